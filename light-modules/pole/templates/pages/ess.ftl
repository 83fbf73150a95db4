[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/personne.ftl" as personnes]
[#import "/pole/templates/includes/pole.ftl" as pole]

[#assign title = content.title!content.@name trail = reseau.trailOf(content)]
[#assign signatory = host.byId(content.signataire!"", "personnes") test = host.pageAt("/le-pole/c-est-quoi-l-ess/test")]
[#assign head]${reseau.style}[@pole.css /][@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="pole" head=head]
  [@page.band title=title intro=content.intro!"" picture="/pole/webresources/images/ess.svg"]
    <p class="band-doors">[#if test?has_content]<a class="button" href="${test}">${i18n["ess.test.bouton"]}</a> [/#if]<a class="button button-quiet" href="#facile">${i18n["ess.facile.bouton"]}</a></p>
  [/@page.band]
  <div class="inside">
    [@page.breadcrumb trail /]
    <section class="voice" aria-label="${i18n["ess.parole"]}">
      <div class="voice-words">[@cms.area name="parole" /]</div>
      [#if signatory?has_content]
      <p class="voice-who">[@personnes.portrait signatory /] <span><strong>${signatory.titre!signatory.@name}</strong>[#if signatory.fonction?has_content]<br>${signatory.fonction}[/#if]</span></p>
      [/#if]
    </section>
    <div class="prose">[@cms.area name="contenu" /]</div>
    [@families /]
    <section class="easy" id="facile" aria-labelledby="facile-titre">
      <h2 id="facile-titre">${i18n["ess.facile"]}</h2>
      [@cms.area name="facile" /]
    </section>
  </div>
  [@suite.steps [
    {"href": test, "icon": "adherents", "title": i18n["ess.test.bouton"], "text": i18n["ess.test.texte"]},
    {"href": host.pageAt("/decouvrir"), "icon": "lieux", "title": i18n["pole.suite.decouvrir"], "text": i18n["pole.suite.decouvrir.texte"]},
    {"href": host.pageAt("/reseau/acteurs"), "icon": "acteurs", "title": i18n["reseau.suite.acteurs"], "text": i18n["reseau.suite.acteurs.texte"]}
  ] /]
[/@page.layout]

[#-- The families of the law, each with somebody of around here. --]
[#macro families]
[#local words = host.byPath("/familles", "vocabulaires")]
[#if words?has_content]
[#local families = []]
[#list host.children(words) as famille]
  [#if famille.@name != "hors-ess"]
    [#local families += [{"word": famille, "example": reseau.acteurs({"famille": famille.@id}, 1, 1).items?first!{}}]]
  [/#if]
[/#list]
<section class="pole-part" aria-labelledby="familles">
  <h2 id="familles">${i18n[families?filter(one -> one.example?has_content)?has_content?then("ess.familles", "ess.familles.seules")]}</h2>
  <ul class="family-plots">
    [#list families as one]
      <li>
        <h3>${one.word.titre!one.word.@name}</h3>
        [#if one.word.description?has_content]<p>${one.word.description}</p>[/#if]
        [#if one.example?has_content]<p class="family-example">${i18n["ess.familles.exemple"]} <a href="${host.link(one.example)}">${one.example.titre!one.example.@name}</a></p>[/#if]
      </li>
    [/#list]
  </ul>
</section>
[/#if]
[/#macro]
