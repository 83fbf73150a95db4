[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/plan.ftl" as plan]
[#import "/acteurs/templates/includes/territoire.ftl" as territoire]
[#import "/acteurs/templates/includes/pouls.ftl" as pouls]

[#assign base = reseau.communes() map = host.pageAt("/reseau/carte") living = territoire.cells?has_content?then(liveliest(recent()), [])]
[#if territoire.cells?has_content]
<section class="block block-mosaique" aria-labelledby="territoire">
  ${reseau.style}${plan.script}
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside mosaique">
    <div class="mosaique-words">
      <h2 class="block-title" id="territoire">${content.titre!i18n["acteurs.mosaique.titre"]}</h2>
      [#if content.texte?has_content]<p>${content.texte}</p>[/#if]
      [#if living?has_content]
      <ul class="living-list">
        [#list living as one]
        <li><a href="${host.below(base, "/" + one.slug)}"><strong>${one.nom}</strong> <span>${one.told}</span></a></li>
        [/#list]
      </ul>
      [/#if]
      [@reseau.ownCommune /]
      <details class="communes">
        <summary>${i18n["acteurs.mosaique.communes"]}</summary>
        <ul>[#list territoire.cells as code, cell]<li><a href="${host.below(base, "/" + cell.slug)}">${cell.nom}</a></li>[/#list]</ul>
      </details>
      [#assign network = host.pageAt("/reseau")]
      [#assign told = [{"number": pouls.thisMonth(), "words": i18n["reseau.pouls.ceMois"]}, {"number": pouls.fresh(), "words": pouls.words("nouveautes", pouls.fresh())}]?filter(one -> one.number gt 0)]
      [#if told?has_content]<p class="pulse-words">[#list told as one]<strong>${one.number?c}</strong> ${one.words}[#sep], [/#list].</p>[/#if]
      [#if map?has_content || network?has_content]
      <p class="block-more">
        [#if map?has_content]<a class="more" href="${map}">${i18n["acteurs.mosaique.carte"]} [@icones.icon "suite" /]</a>[/#if]
        [#if network?has_content]<a class="more" href="${network}#pouls">${i18n["acteurs.mosaique.pouls"]} [@icones.icon "suite" /]</a>[/#if]
      </p>
      [/#if]
    </div>
    <svg class="territoire${plan.fine()}" viewBox="0 0 ${territoire.width?c} ${territoire.height?c}"><g role="group" aria-label="${i18n["acteurs.mosaique.dessin"]}" data-arrows="${i18n["carte.fleches"]}">
      [@plan.textures /]
      [@plan.plots base /]
      [#-- A few plots of which there is nothing to tell yet have their names alone. --]
      [#if !living?has_content && territoire.isSmall][@plan.names /][/#if]
      <g class="living" aria-hidden="true">
        [@labels /]
      </g>
    </g></svg>
  </div>
</section>
[/#if]

[#-- News and dates of the last sixty days, or still to come, by commune and kind; what has parts counts once. --]
[#function recent]
  [#local found = {}]
  [#list def.parameters.nouvelles as kind, source]
    [#local filters = {} part = source.of??]
    [#if source.date??][#local filters += {source.date: {"from": host.day(-60)}}][/#if]
    [#if source.ends??][#local filters += {source.ends: {"from": host.now()}}][/#if]
    [#if source.lastDay??][#local filters += {source.lastDay: {"from": host.day()}}][/#if]
    [#local query = {"workspace": source.workspace, "type": source.type, "filters": filters, "page": 1, "size": 200}]
    [#list host.list(part?then(query + {"of": source.of!"", "once": true}, query)).items as one]
      [#local item = part?then(host.itemOf(one), one)]
      [#local ids = isOff(item, source.without!{})?then([], item[source.communes]![])]
      [#list ids?is_sequence?then(ids, [ids]) as id]
        [#local entry = found[id]!{}]
        [#local found += {id: entry + {kind: (entry[kind]!0) + 1}}]
      [/#list]
    [/#list]
  [/#list]
  [#return found]
[/#function]

[#function isOff item values]
  [#list values as property, value][#if (item[property]!"") == value][#return true][/#if][/#list]
  [#return false]
[/#function]

[#-- The three communes of which there is most to tell. --]
[#function liveliest found]
  [#local all = []]
  [#list found as id, kinds]
    [#local commune = host.byId(id, "vocabulaires")]
    [#local cell = territoire.cells[commune.codeInsee!""]!{}]
    [#if cell?has_content]
      [#local total = 0 told = []]
      [#list kinds as kind, number]
        [#local total += number source = def.parameters.nouvelles[kind]]
        [#local told += [{"number": number, "words": (number == 1)?then(i18n[source.one], i18n.get(source.many, [number?c]))}]]
      [/#list]
      [#-- What there is most of comes first; the drawing has room for that alone. --]
      [#local told = host.sortedBy(told, "number")?reverse?map(one -> one.words)]
      [#local all += [{"total": total, "nom": cell.nom, "slug": cell.slug, "x": cell.x, "y": cell.y, "most": told?first, "told": told?join(", ")}]]
    [/#if]
  [/#list]
  [#local all = host.sortedBy(host.sortedBy(all, "nom")?reverse, "total")?reverse]
  [#return (all?size > 3)?then(all[0..<3], all)]
[/#function]

[#-- A flag in each, and its name where it stands on no other flag or name: below, else above, else beside. --]
[#macro labels]
[#local taken = living?map(one -> box(one.x, one.y - 52, 34, 52))]
[#list living as one]
  [#local long = [one.nom?length * 17, one.most?length * 13]?max]
  [#local middle = [[one.x, long / 2 + 10]?max, territoire.width - long / 2 - 10]?min]
  [#local places = [{"x": middle, "y": one.y + 30}, {"x": middle, "y": one.y - 92}, {"x": one.x + 26 + long / 2, "y": one.y - 24}, {"x": one.x - 26 - long / 2, "y": one.y - 24}]]
  [#local free = places?filter(place -> isFree(box(place.x, place.y - 26, long, 60), taken))]
  [#local at = free?has_content?then(free?first, places?first)]
  [#local taken += [box(at.x, at.y - 26, long, 60)]]
<path d="M${one.x} ${one.y}v-34" /><circle cx="${one.x}" cy="${one.y - 38}" r="13"/>
<text x="${at.x?round?c}" y="${at.y?round?c}"><tspan x="${at.x?round?c}">${one.nom}</tspan> <tspan x="${at.x?round?c}" dy="1.1em" class="told">${one.most}</tspan></text>
[/#list]
[/#macro]

[#function box x top width height][#return {"left": x - width / 2, "right": x + width / 2, "top": top, "bottom": top + height}][/#function]

[#function isFree box others]
  [#return !others?filter(other -> box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)?has_content && box.left gte 0 && box.right lte territoire.width && box.top gte 0]
[/#function]
