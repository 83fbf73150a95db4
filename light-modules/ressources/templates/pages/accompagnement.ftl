[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/contact.ftl" as contact]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/personne.ftl" as personnes]
[#import "/ressources/templates/includes/ressource.ftl" as ressources]

[#assign stage = choix.of("etape", "etapes", ressources.optionsOf(ressources.stages, "ressources.etape."))]
[#assign filtered = stage.asked?has_content]
[#assign all = ressources.listed({"genre": "accompagnement"}, 1, 200).items]
[#assign areas = []]
[#list all as one][#assign area = host.plain(one.accompagnement!{}, "zone")][#if area?has_content && !areas?seq_contains(area)][#assign areas += [area]][/#if][/#list]
[#assign here = (ctx.zone!"")?string]
[#assign matching = all?filter(one -> (!filtered || isFor(one)) && (!here?has_content || host.plain(one.accompagnement!{}, "zone") == here))]
[#-- Structures that accompany, then documents. --]
[#assign found = matching?filter(one -> structureOf(one)?has_content) + matching?filter(one -> !structureOf(one)?has_content)]
[#assign people = personnes.staffFirst(reseau.personnes({"roles": "accompagnement"}).items)]
[#assign title = content.title!content.@name address = host.link(content) trail = ressources.trailOf(content)]
[#assign head][@page.breadcrumbData trail /]${reseau.style}${ressources.style}[/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="ressources" head=head indexed=!filtered && !here?has_content]
  [@page.band title=title intro=content.intro!"" picture="/ressources/webresources/images/accompagnement.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    [#if !filtered && !here?has_content][@gens /][/#if]
    <section aria-labelledby="qui">
      <h2 id="qui">${i18n["ressources.accompagnement.qui"]}</h2>
      <nav class="tabs" aria-label="${i18n["ressources.accompagnement.etapes"]}">
        <ul>
          <li><a href="${address}"[#if !filtered] aria-current="page"[/#if]>${i18n["ressources.onglets.tout"]}</a></li>
          [#list stage.options as one]<li><a href="${address}?etape=${one.value}[#if here?has_content]&amp;zone=${here?url("UTF-8")}[/#if]"[#if stage.asked?seq_contains(one.value)] aria-current="page"[/#if]>${one.label}</a></li>
          [/#list]
        </ul>
      </nav>
      [#if areas?size > 1]
      <nav class="tabs" aria-label="${i18n["ressources.accompagnement.zones"]}">
        <ul>
          <li><a href="${address}[#if filtered]?etape=${stage.asked?first?url("UTF-8")}[/#if]"[#if !here?has_content] aria-current="page"[/#if]>${i18n["ressources.accompagnement.partout"]}</a></li>
          [#list areas?sort as area]<li><a href="${address}?zone=${area?url("UTF-8")}[#if filtered]&amp;etape=${stage.asked?first?url("UTF-8")}[/#if]"[#if area == here] aria-current="page"[/#if]>${host.text(area)}</a></li>
          [/#list]
        </ul>
      </nav>
      [/#if]
      [#if filtered && stage.wanted?first != "-"]<p class="lead">${i18n["ressources.etape." + stage.wanted?first + ".texte"]}</p>[/#if]
      [#if !found?has_content][@page.empty title=i18n["ressources.filtres.vide.titre"] text=i18n["ressources.accompagnement.rien"] level=3 /][/#if]
      [#if found?has_content]<ul class="helpers">[#list found as one]<li>[@helper one /]</li>[/#list]</ul>[/#if]
    </section>
    [#if filtered || here?has_content][@gens /][/#if]
    <section class="prose" id="comment">[@cms.area name="contenu" /]</section>
  </div>
  [@suite.steps [
    {"href": host.pageAt("/ressources/pour/porteur-de-projet"), "icon": "fiche", "title": i18n["ressources.accompagnement.fiches"], "text": i18n["ressources.porte.porteur-de-projet.texte"]},
    {"href": host.pageAt("/ressources/financements"), "icon": "financement", "title": i18n["ressources.suite.financements"], "text": i18n["ressources.suite.financements.texte"]}
  ] /]
[/@page.layout]

[#function isFor one]
  [#local stages = (one.accompagnement.etapes)![]]
  [#return stage.wanted?filter(wanted -> stages?seq_contains(wanted))?has_content]
[/#function]

[#function structureOf one][#return host.byId((one.accompagnement.structure)!"", "acteurs")][/#function]

[#macro helper one]
[#local help = one.accompagnement!{} structure = structureOf(one)]
<article class="helper">
  <h3>[#if structure?has_content]<a href="${host.link(structure)}">${structure.titre!structure.@name}</a>[#else]${one.titre!one.@name}[/#if]</h3>
  <p>${one.resume!}</p>
  <dl class="plain-facts">
    [#if help.cout?has_content]<div><dt>${i18n["ressources.accompagnement.cout"]}</dt><dd>${help.cout}</dd></div>[/#if]
    [#if help.zone?has_content]<div><dt>${i18n["ressources.accompagnement.zone"]}</dt><dd>${help.zone}</dd></div>[/#if]
  </dl>
  <ul class="ways">
    [@contact.way "telephone" host.plain(help, "telephone") /]
    [@contact.way "courriel" host.plain(help, "courriel") true /]
  </ul>
  <p><a class="more" href="${host.link(one)}">${one.titre!one.@name} [@icones.icon "suite" /]</a></p>
</article>
[/#macro]

[#-- No step and no area of their own: first of all, unless one looks for a step or an area. --]
[#macro gens]
[#if people?has_content]
<section aria-labelledby="gens">
  <h2 id="gens">${i18n["ressources.accompagnement.gens"]}</h2>
  <ul class="people">[#list people as one]<li>[@personnes.card one /]</li>[/#list]</ul>
</section>
[/#if]
[/#macro]
