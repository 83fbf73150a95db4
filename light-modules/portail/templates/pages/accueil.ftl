[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[@page.layout title=content.phrase!i18n["portail.accueil.phrase"] description=host.attribute(content, "description")]
  <div class="hero">
    <div class="hero-words">
      <h1>${content.phrase!i18n["portail.accueil.phrase"]}</h1>
      <p class="hero-text">${content.texte!i18n["portail.accueil.texte"]}</p>
    </div>
    [@cms.area name="portes" /]
    [@cms.area name="bientot" /]
    [#include "/portail/templates/includes/bocage.ftl"]
  </div>
  [@cms.area name="blocs" /]
[/@page.layout]
