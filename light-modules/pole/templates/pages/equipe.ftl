[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/personne.ftl" as personnes]
[#import "/pole/templates/includes/pole.ftl" as pole]

[#assign title = content.title!content.@name trail = reseau.trailOf(content)]
[#assign people = reseau.personnes({"roles": ["salarie", "ca"]}).items]
[#assign staff = people?filter(one -> (one.roles![])?seq_contains("salarie"))]
[#assign board = people?filter(one -> !(one.roles![])?seq_contains("salarie"))]
[#assign head]${reseau.style}[@pole.css /][@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="pole" head=head]
  [@page.band title=title intro=content.intro!"" picture="/pole/webresources/images/equipe.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    <div class="prose">[@cms.area name="contenu" /]</div>
    [#if people?has_content]
      [@group "salarie" staff /]
      [@group "ca" board /]
      <p class="small">${i18n["pole.equipe.accord"]}</p>
    [#else]
      [@page.empty i18n["pole.equipe.vide.titre"] i18n["pole.equipe.vide.texte"] /]
    [/#if]
  </div>
  [@suite.steps [
    {"href": host.pageAt("/reseau/contacts"), "icon": "contacts", "title": i18n["reseau.suite.contacts"], "text": i18n["reseau.suite.contacts.texte"]},
    {"href": host.pageAt("/le-pole/missions"), "icon": "pole", "title": i18n["pole.suite.missions"], "text": i18n["pole.suite.missions.texte"]},
    {"href": host.pageAt("/agenda"), "icon": "agenda", "title": i18n["pole.suite.agenda"], "text": i18n["pole.suite.agenda.texte"]}
  ] /]
[/@page.layout]

[#macro group role people]
[#if people?has_content]
<section class="pole-part" aria-labelledby="role-${role}">
  <h2 id="role-${role}">${i18n["pole.equipe." + role]}</h2>
  <ul class="people">[#list people as person]<li>[@personnes.card person /]</li>[/#list]</ul>
</section>
[/#if]
[/#macro]
