[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/personne.ftl" as personnes]

[#-- People who said yes; each reader is given those they may see, and the ways they may use. --]
[#assign roles = ["salarie", "ca", "accompagnement", "adherent", "partenaire", "porteur"]]
[#assign chosen = choix.ofValues("role", "roles", roles, "contacts.role.")]
[#assign role = (chosen.asked?first)!""]
[#assign title = content.title!content.@name address = host.link(content) trail = reseau.trailOf(content)]
[#assign people = reseau.personnes(choix.wanted([chosen]))]
[#assign head]${reseau.style}[@page.breadcrumbData trail /][/#assign]
[@page.layout title=([title] + choix.labels([chosen])?map(one -> one.label))?join(", ") description=host.attribute(content, "description") rubrique="reseau" head=head indexed=!role?has_content]
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
      <p class="count" role="status">${reseau.counted("personnes", people.total, role?has_content?then("prenom", "role"))}</p>
      [#list role?has_content?then([role], roles) as one]
        [#assign there = people.items?filter(person -> role?has_content || firstRole(person) == one)]
        [#if there?has_content]
        <section class="group" aria-labelledby="role-${one}">
          <h2 id="role-${one}">${i18n["contacts.role." + one]}</h2>
          <ul class="people">[#list there as person]<li id="personne-${person.@name}">[@personnes.card person /]</li>[/#list]</ul>
        </section>
        [/#if]
      [/#list]
    [#else]
      [@page.empty i18n["contacts.vide.titre"] i18n["contacts.vide.texte"] /]
    [/#if]
  </div>
  [@suite.steps [
    {"href": host.pageAt("/reseau/acteurs"), "icon": "acteurs", "title": i18n["reseau.suite.acteurs"], "text": i18n["reseau.suite.acteurs.texte"]},
    {"href": host.pageAt("/reseau/projets"), "icon": "projets", "title": i18n["reseau.suite.projets"], "text": i18n["reseau.suite.projets.texte"]}
  ] /]
[/@page.layout]

[#-- Everybody stands once in the whole list, under the role that counts most. --]
[#function firstRole person]
  [#return roles?filter(one -> (person.roles![])?seq_contains(one))?first!""]
[/#function]
