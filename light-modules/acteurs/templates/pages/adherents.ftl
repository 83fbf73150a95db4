[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]

[#assign title = content.title!content.@name trail = reseau.trailOf(content)]
[#assign members = reseau.acteurs({"adherent": "true"}, 1, 1000) partners = reseau.acteurs({"partenaire": "true"}, 1, 1000)]
[#assign head]${reseau.style}[@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="reseau" head=head]
  [@page.band title=title intro=content.intro!"" picture="/acteurs/webresources/images/reseau.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    [#assign contacts = host.pageAt("/reseau/contacts")]
    [#if contacts?has_content]<p><a class="button button-quiet" href="${contacts}">[@icones.icon "contacts" /] ${i18n["reseau.suite.contacts"]}</a></p>[/#if]
    [@group "adherents" members /]
    [#assign people = host.lines("adherents")]
    [#if people?has_content]
    <section class="group" aria-labelledby="personnes">
      <h2 id="personnes">${i18n["adherents.personnes"]}</h2>
      <p>${i18n["adherents.personnes.texte"]}</p>
      <ul class="people-names">[#list people as one]<li>${one.nom}</li>[/#list]</ul>
    </section>
    [/#if]
    [@group "partenaires" partners /]
    [#if members.total + partners.total + people?size == 0][@page.empty i18n["acteurs.vide.titre"] i18n["acteurs.vide.texte"] /][/#if]
  </div>
  [@suite.steps [
    {"href": host.pageAt("/reseau/acteurs"), "icon": "acteurs", "title": i18n["reseau.suite.acteurs"], "text": i18n["reseau.suite.acteurs.texte"]},
    {"href": contacts, "icon": "contacts", "title": i18n["reseau.suite.contacts"], "text": i18n["reseau.suite.contacts.texte"]}
  ] /]
[/@page.layout]

[#macro group name found]
[#if found.total > 0]
<section class="group" aria-labelledby="${name}">
  <h2 id="${name}">${i18n["adherents." + name]}</h2>
  <p>${i18n["adherents." + name + ".texte"]}</p>
  <p class="count">${reseau.counted("acteurs", found.total)}</p>
  [@reseau.cardList found.items "acteurs" 3 /]
</section>
[/#if]
[/#macro]
