[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/pole/templates/includes/pole.ftl" as pole]
[#import "/pole/templates/includes/coeurs.ftl" as coeurs]

[#assign title = content.title!content.@name trail = reseau.trailOf(content)]
[#assign now = coeurs.found(true) before = coeurs.found(false, 60)]
[#assign head][@pole.css /][@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="actualites" head=head]
  [@page.band title=title intro=content.intro!"" picture="/pole/webresources/images/coups-de-coeur.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    [#if now?has_content]
    <section class="pole-part" aria-labelledby="maintenant"><h2 id="maintenant">${i18n["coeurs.maintenant"]}</h2>[@coeurs.list now /]</section>
    [/#if]
    [#if before?has_content]
    <section class="pole-part" aria-labelledby="avant"><h2 id="avant">${i18n["coeurs.avant"]}</h2>[@coeurs.list before /]</section>
    [/#if]
    [#if !now?has_content && !before?has_content]
      [@page.empty i18n["coeurs.vide.titre"] i18n["coeurs.vide.texte"] /]
    [/#if]
  </div>
  [@suite.steps [
    {"href": host.pageAt("/actualites"), "icon": "actualites", "title": i18n["pole.suite.actualites"], "text": i18n["pole.suite.actualites.texte"]},
    {"href": host.pageAt("/le-pole/graines"), "icon": "projets", "title": i18n["pole.suite.graines"], "text": i18n["pole.suite.graines.texte"]},
    {"href": host.pageAt("/reseau/lieux"), "icon": "lieux", "title": i18n["reseau.suite.lieux"], "text": i18n["reseau.suite.lieux.texte"]}
  ] /]
[/@page.layout]
