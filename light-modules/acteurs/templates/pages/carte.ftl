[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/annuaire.ftl" as annuaire]
[#import "/acteurs/templates/includes/plan.ftl" as plan]
[#import "/acteurs/templates/includes/territoire.ftl" as territoire]

[#assign chosen = annuaire.filters() withPlaces = choix.ofTick("lieux", "")]
[#assign filters = choix.wanted(chosen) filtered = filters?has_content place = chosen?filter(one -> one.name == "commune")?first here = (place.asked?first)!""]
[#assign title = content.title!content.@name address = host.link(content) trail = reseau.trailOf(content) base = reseau.communes()]
[#assign structures = reseau.onMap(reseau.acteurs(filters, 1, 1000).items)]
[#assign places = withPlaces.asked?seq_contains("oui")?then(reseau.onMap(reseau.lieux(choix.wanted([place]), 1, 1000).items), [])]
[#assign domains = {} used = {} marked = {} points = []]
[#list host.children(host.byPath("/themes", "vocabulaires")) as theme][#assign domains += {theme.@id: {"number": theme?index, "name": theme.@name, "title": theme.titre!theme.@name}}][/#list]
[#assign groups = []]
[#list host.children(host.byPath("/communes", "vocabulaires")) as commune]
  [#assign members = structures?filter(one -> (one.commune!"") == commune.@id) there = places?filter(one -> (one.commune!"") == commune.@id)]
  [#if members?has_content || there?has_content][#assign groups += [{"commune": commune, "members": members, "places": there}]][/#if]
[/#list]
[#assign nowhere = structures?filter(one -> !isPlaced(one))]
[#assign labels = ""][#assign markers][@drawn /][/#assign]
[#assign head]${reseau.style}[@page.breadcrumbData trail /][/#assign]
[@page.layout title=([title] + choix.labels(chosen)?map(one -> one.label))?join(", ") description=host.attribute(content, "description") rubrique="reseau" head=head indexed=!filtered]
  [@page.band title=title intro=content.intro!"" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    [#if !territoire.cells?has_content]
      [@page.empty i18n["carte.vide.titre"] i18n["carte.vide.texte"] /]
    [#else]
    [@choix.form chosen + [withPlaces] address i18n["acteurs.filtres"] /]
    [@choix.chosen chosen + [withPlaces] address /]
    <p class="count" role="status">${reseau.counted("acteurs", structures?size, "carte")}</p>
    [#if !filtered && !groups?has_content && !nowhere?has_content]<p>${i18n["carte.personne"]}</p>[/#if]
    [#if groups?has_content || nowhere?has_content || !filtered]
    <div class="map">
      <div class="map-drawing" id="carte">
        <div class="map-sheet" id="carte-en-grand"><svg class="territoire territoire-map${plan.fine()}" viewBox="0 0 ${territoire.width?c} ${territoire.height?c}"><g role="group" aria-label="${i18n["carte.dessin"]}">
          [@plan.textures /]
          <g aria-hidden="true">[@plan.plots "" here /]</g>
          ${labels}
          ${markers}
        </g></svg></div>
        <p class="map-size"><a class="more larger" href="#carte-en-grand">[@icones.icon "carte" /] ${i18n["carte.grand"]}</a> <a class="more smaller" href="#carte">[@icones.icon "retour" /] ${i18n["carte.entiere"]}</a></p>
        <div>
          [@legend /]
          <p class="credit">${i18n[(territoire.source == "geonames")?then("carte.credits", "carte.credits.insee")]}</p>
        </div>
      </div>
      [#if groups?has_content || nowhere?has_content]<section class="map-list" aria-label="${i18n["carte.liste"]}">
        [#list groups as group]
        <div class="map-group" id="commune-${group.commune.@name}">
          <h2><a href="${host.below(base, "/" + group.commune.@name)}">${group.commune.titre!group.commune.@name}</a></h2>
          <ul>
            [#list group.members as one]<li><a href="${host.link(one)}">[@symbol one /] ${one.titre!one.@name}</a></li>[/#list]
            [#list group.places as one]<li><a href="${host.link(one)}">[@icones.icon "lieux" /] ${one.titre!one.@name}</a></li>[/#list]
          </ul>
        </div>
        [/#list]
        [#if nowhere?has_content]
        <div class="map-group" id="ailleurs">
          <h2>${i18n["carte.ailleurs"]}</h2>
          <ul>[#list nowhere as one]<li><a href="${host.link(one)}">[@symbol one /] ${one.titre!one.@name}</a></li>[/#list]</ul>
        </div>
        [/#if]
      </section>[/#if]
    </div>
    [#else]
      [@page.empty title=i18n["acteurs.vide.filtres.titre"] text=i18n["acteurs.vide.filtres.texte"] ways=false]
      <p><a class="button" href="${address}">${i18n["portail.filtres.tout"]}</a></p>
      [/@page.empty]
    [/#if]
    [/#if]
  </div>
  [#assign directory = host.pageAt("/reseau/acteurs")]
  [@suite.steps [
    {"href": directory?has_content?then(choix.at(directory, choix.query(chosen)), ""), "icon": "acteurs", "title": i18n["reseau.suite.acteurs"], "text": i18n["reseau.suite.acteurs.texte"]},
    {"href": host.pageAt("/reseau/lieux"), "icon": "lieux", "title": i18n["reseau.suite.lieux"], "text": i18n["reseau.suite.lieux.texte"]}
  ] /]
[/@page.layout]

[#-- Whether the list has it under its commune; a commune may be gone. --]
[#function isPlaced acteur]
  [#return groups?filter(group -> group.commune.@id == (acteur.commune!""))?size > 0]
[/#function]

[#assign noDomain = {"number": 0, "name": "", "title": ""}]
[#function domainOf acteur]
  [#local ids = acteur.domaines![]]
  [#return (ids?has_content)?then(domains[ids?first]!noDomain, noDomain)]
[/#function]

[#-- One structure: a marker of its domain. Several in one commune: their number, which leads to them in the list. --]
[#macro drawn]
[#local pins = []]
[#list groups as group]
  [#local commune = group.commune cell = territoire.cells[commune.codeInsee!""]!{} name = commune.titre!commune.@name]
  [#if cell?has_content]
    [#if group.members?size == 1]
      [#local one = group.members?first]
      [#local pins += [{"at": plan.pointOf(one, commune), "code": commune.codeInsee, "href": host.link(one), "title": one.titre!one.@name + ", " + name, "domain": domainOf(one)}]]
    [#elseif group.members?size > 1]
      [#local pins += [{"at": {"x": cell.bourgX, "y": cell.bourgY}, "code": commune.codeInsee, "href": "#commune-" + commune.@name, "title": name + "\xA0: " + reseau.count("acteurs", group.members?size), "many": group.members?size}]]
    [/#if]
    [#list group.places as place]
      [#local point = plan.pointOf(place, commune)]
      [#local pins += [{"at": {"x": point.x, "y": point.y - 26}, "href": host.link(place), "title": place.titre!place.@name + ", " + name}]]
    [/#list]
  [/#if]
  [#list group.members as one][#if one.domaines?has_content][#assign used += {one.domaines?first: true}][/#if][/#list]
[/#list]
[#local spread = plan.spread(pins?map(pin -> pin.at))]
[#list pins as pin]
  [#assign points += [spread[pin?index]]]
  [#if pin.code??][#assign marked += {pin.code: spread[pin?index]}][/#if]
[/#list]
[#assign labels][@plan.names marked points /][/#assign]
[#local placed = []]
[#list pins as pin][#local placed += [{"x": spread[pin?index].x, "y": spread[pin?index].y + plan.aside[pin.code!""]!0}]][/#list]
[#local placed = plan.reaching(placed)]
[#list pins as pin]
  [#local point = placed[pin?index]]
<a class="pin" href="${pin.href}"><title>${pin.title}</title>[@plan.reach point /]<g class="pin-mark">[#if pin.domain??][@plan.marker pin.domain point.x point.y /][#elseif pin.many??]<circle class="marker marker-many" cx="${point.x}" cy="${point.y}" r="18"/><text x="${point.x}" y="${point.y + 8}">${pin.many?c}</text>[#else]<path class="marker marker-place" transform="translate(${point.x} ${point.y})" d="M-15 16v-18L0-15 15-2v18z"/>[/#if]</g></a>
[/#list]
[/#macro]

[#macro symbol acteur]<svg class="symbol" viewBox="-22 -22 44 44" width="26" height="26" aria-hidden="true" focusable="false">[@plan.marker domainOf(acteur) /]</svg>[/#macro]

[#macro legend]
<ul class="legend">
  [#list domains as id, domain][#if used[id]??]<li><svg class="symbol" viewBox="-22 -22 44 44" width="26" height="26" aria-hidden="true" focusable="false">[@plan.marker domain /]</svg> ${domain.title}</li>[/#if][/#list]
  [#if places?has_content]<li><svg class="symbol" viewBox="-22 -22 44 44" width="26" height="26" aria-hidden="true" focusable="false"><path class="marker marker-place" d="M-15 16v-18L0-15 15-2v18z"/></svg> ${i18n["carte.legende.lieu"]}</li>[/#if]
</ul>
[/#macro]
