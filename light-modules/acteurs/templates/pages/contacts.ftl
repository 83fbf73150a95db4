[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/filtres.ftl" as filtres]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/contact.ftl" as contact]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]

[#-- People who said yes; the store gives each reader those they may see, and the ways they may use. --]
[#assign roles = ["salarie", "ca", "accompagnement", "adherent", "partenaire", "porteur"]]
[#assign role = filtres.oneOf(roles, ctx.role!"")]
[#if role == "unknown"]
  [@host.notFound /]
[#else]
  [#assign title = content.title!content.@name address = host.link(content) trail = reseau.trailOf(content)]
  [#assign people = reseau.personnes(role?has_content?then({"roles": role}, {}))]
  [#assign head]${reseau.style}[@page.breadcrumbData trail /][/#assign]
  [@page.layout title=title + role?has_content?then(", " + i18n["contacts.role." + (role?has_content?then(role, "ca"))], "") description=host.attribute(content, "description") rubrique="reseau" head=head indexed=!role?has_content]
    [@page.band title=title intro=content.intro!"" picture="/acteurs/webresources/images/contacts.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      <nav class="tabs" aria-label="${i18n["contacts.roles"]}">
        <ul>
          <li><a href="${address}"[#if !role?has_content] aria-current="page"[/#if]>${i18n["contacts.tous"]}</a></li>
          [#list roles as one]<li><a href="${address}?role=${one}"[#if role == one] aria-current="page"[/#if]>${i18n["contacts.role." + one]}</a></li>[/#list]
        </ul>
      </nav>
      [#if people.total > 0]
        <p class="count">${reseau.count("personnes", people.total)}</p>
        [#list role?has_content?then([role], roles) as one]
          [#assign there = people.items?filter(person -> role?has_content || firstRole(person) == one)]
          [#if there?has_content]
          <section class="group" aria-labelledby="role-${one}">
            <h2 id="role-${one}">${i18n["contacts.role." + one]}</h2>
            <ul class="people">[#list there as person]<li>[@card person /]</li>[/#list]</ul>
          </section>
          [/#if]
        [/#list]
      [#else]
        [@page.empty i18n["contacts.vide.titre"] i18n["contacts.vide.texte"] /]
      [/#if]
    </div>
    [@suite.steps [
      {"href": reseau.pageAt("/reseau/acteurs"), "icon": "acteurs", "title": i18n["reseau.suite.acteurs"], "text": i18n["reseau.suite.acteurs.texte"]},
      {"href": reseau.pageAt("/reseau/projets"), "icon": "projets", "title": i18n["reseau.suite.projets"], "text": i18n["reseau.suite.projets.texte"]}
    ] /]
  [/@page.layout]
[/#if]

[#-- Everybody stands once in the whole list, under the role that counts most. --]
[#function firstRole person]
  [#return roles?filter(one -> (person.roles![])?seq_contains(one))?first!""]
[/#function]

[#macro card person]
[#local structure = host.byId(person.structure!"", "acteurs")]
[#local mail = way(person, "courriel") phone = way(person, "telephone")]
<div class="person">
  [@portrait person /]
  <div>
    <h3>${person.titre!person.@name}</h3>
    [#if person.fonction?has_content || structure?has_content]
    <p class="person-role">${person.fonction!}[#if person.fonction?has_content && structure?has_content], [/#if][#if structure?has_content]<a href="${host.link(structure)}">${structure.titre!structure.@name}</a>[/#if]</p>
    [/#if]
    [#if person.presentation?has_content]<p>${person.presentation}</p>[/#if]
    [#if mail?has_content || phone?has_content]
    <ul class="ways">[@contact.way "telephone" phone true /][@contact.way "courriel" mail true /]</ul>
    [/#if]
  </div>
</div>
[/#macro]

[#-- What everybody sees, else what is for the members. --]
[#function way person kind]
  [#local open = host.plain(person.contact!{}, kind)]
  [#return open?has_content?then(open, host.plain((person.adherents.contact)!{}, kind))]
[/#function]

[#macro portrait person]
[#local address = ((person.portrait.image)?has_content)?then(damfn.getAssetLink(person.portrait.image, "vignette")!"", "")]
[#if address?has_content]
<img class="portrait" src="${host.text(address)}" alt="" width="320" height="200" loading="lazy" decoding="async">
[#else]
<span class="portrait portrait-none" aria-hidden="true">${(person.titre!person.@name)?cap_first[0..<1]}</span>
[/#if]
[/#macro]
