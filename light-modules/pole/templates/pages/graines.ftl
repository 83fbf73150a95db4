[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/portail/templates/includes/graines.ftl" as graines]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/pole/templates/includes/pole.ftl" as pole]

[#assign title = content.title!content.@name trail = reseau.trailOf(content) seeds = pole.seeds()]
[#assign head][@pole.css /][@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="pole" head=head]
  [@page.band title=title intro=content.intro!"" picture="/pole/webresources/images/graines.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    <div class="prose">[@cms.area name="contenu" /]</div>
    [#if seeds?has_content]
    <p class="count">${pole.count("graines", seeds?size)}</p>
    <ul class="seed-chains">
      [#list seeds as one]
      <li>[@graines.end one.from /] <span class="seed-link">[@icones.icon "projets" /] ${i18n["pole.graines.lien"]}</span> [@graines.end one.to /]</li>
      [/#list]
    </ul>
    [#else]
    [@page.empty i18n["pole.graines.vide.titre"] i18n["pole.graines.vide.texte"] /]
    [/#if]
  </div>
  [@suite.steps [
    {"href": host.pageAt("/reseau/projets"), "icon": "projets", "title": i18n["reseau.suite.projets"], "text": i18n["reseau.suite.projets.texte"]},
    {"href": host.pageAt("/le-pole/actions"), "icon": "pole", "title": i18n["pole.suite.actions"], "text": i18n["pole.suite.actions.texte"]},
    {"href": host.pageAt("/coups-de-coeur"), "icon": "coeur", "title": i18n["pole.suite.coeurs"], "text": i18n["pole.suite.coeurs.texte"]}
  ] /]
[/@page.layout]
