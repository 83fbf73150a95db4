[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#-- The words of welcome: those of the page, else the baseline of the association. --]
[#assign welcome = content.phrase!"" baseline = page.said("baseline")]
[#if !welcome?has_content][#assign welcome = baseline?has_content?then(baseline, i18n["portail.accueil.phrase"])][/#if]
[@page.layout title=welcome description=host.attribute(content, "description")]
  <div class="hero">
    <div class="hero-words">
      <h1>${welcome}</h1>
      <p class="hero-text">${content.texte!i18n["portail.accueil.texte"]}</p>
    </div>
    [@cms.area name="portes" /]
    [@cms.area name="bientot" /]
    [#include "/portail/templates/includes/bocage.ftl"]
  </div>
  <div class="blocks">
  [@cms.area name="blocs" /]
  </div>
[/@page.layout]
