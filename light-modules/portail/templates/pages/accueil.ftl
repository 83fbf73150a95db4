[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#-- The words of welcome: those of the page, else the baseline of the association. --]
[#assign welcome = content.phrase!"" baseline = page.said("baseline")]
[#if !welcome?has_content][#assign welcome = baseline?has_content?then(baseline, i18n["portail.accueil.phrase"])][/#if]

[#-- The landscape under the welcome: a photo of one's own, else one of the drawings. --]
[#macro landscape]
[#local photo = {"image": page.said("paysagePhoto")}]
[#if host.assetLink(photo.image, "large")?has_content]
<figure class="hero-photo">[@image.picture photo=photo main=true full=true sizes="100vw" /]
[#if image.credit(photo)?has_content]<figcaption class="credit">${i18n["portail.credit"]} ${image.credit(photo)}</figcaption>[/#if]</figure>
[#else]
[#local drawing = page.said("paysage")]
[#include "/portail/templates/includes/dessins/" + ["mer", "montagne", "ville"]?seq_contains(drawing)?then(drawing, "bocage") + ".ftl"]
[/#if]
[/#macro]

[@page.layout title=welcome description=host.attribute(content, "description")]
  <div class="hero">
    <div class="hero-words">
      <h1>${welcome}</h1>
      <p class="hero-text">${content.texte!i18n["portail.accueil.texte"]}</p>
    </div>
    [@cms.area name="portes" /]
    [@cms.area name="bientot" /]
    [@landscape /]
  </div>
  <div class="blocks">
  [@cms.area name="blocs" /]
  </div>
[/@page.layout]
