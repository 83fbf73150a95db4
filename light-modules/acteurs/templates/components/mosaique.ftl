[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/plan.ftl" as plan]
[#import "/acteurs/templates/includes/territoire.ftl" as territoire]
[#import "/acteurs/templates/includes/pouls.ftl" as pouls]

[#assign base = reseau.communes() map = host.pageAt("/reseau/carte") living = liveliest(recent())]
${reseau.style}
<section class="block block-mosaique" aria-labelledby="territoire">
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside mosaique">
    <div class="mosaique-words">
      <h2 class="block-title" id="territoire">${content.titre!i18n["acteurs.mosaique.titre"]}</h2>
      [#if content.texte?has_content]<p>${content.texte}</p>[/#if]
      [#if living?has_content]
      <ul class="living-list">
        [#list living as one]
        <li><a href="${base}/${one.slug}"><strong>${one.nom}</strong> <span>${one.told}</span></a></li>
        [/#list]
      </ul>
      [/#if]
      [@reseau.ownCommune /]
      <details class="communes">
        <summary>${i18n["acteurs.mosaique.communes"]}</summary>
        <ul>[#list territoire.cells as code, cell]<li><a href="${base}/${cell.slug}">${cell.nom}</a></li>[/#list]</ul>
      </details>
      [#if map?has_content]<p class="block-more"><a class="more" href="${map}">${i18n["acteurs.mosaique.carte"]} [@icones.icon "suite" /]</a></p>[/#if]
      [#assign network = host.pageAt("/reseau")]
      <p class="pulse-words"><strong>${pouls.thisMonth()?c}</strong> ${i18n["reseau.pouls.ceMois"]}, <strong>${pouls.fresh()?c}</strong> ${pouls.words("nouveautes", pouls.fresh())}.</p>
      [#if network?has_content]<p class="block-more"><a class="more" href="${network}#pouls">${i18n["acteurs.mosaique.pouls"]} [@icones.icon "suite" /]</a></p>[/#if]
    </div>
    <svg class="territoire" viewBox="0 0 ${territoire.width?c} ${territoire.height?c}"><g role="group" aria-label="${i18n["acteurs.mosaique.dessin"]}">
      [@plan.textures /]
      [@plan.plots base /]
      <g class="living" aria-hidden="true">
        [#list living as one]
        <path d="M${one.x} ${one.y}v-34" /><circle cx="${one.x}" cy="${one.y - 38}" r="13"/>
        <text x="${one.labelX}" y="${one.y + 30}"><tspan x="${one.labelX}">${one.nom}</tspan><tspan x="${one.labelX}" dy="1.1em" class="told">${one.told}</tspan></text>
        [/#list]
      </g>
    </g></svg>
  </div>
</section>

[#-- What happened in the last sixty days, by commune and kind. --]
[#function recent]
  [#local since = .now?long - 60 * 86400000 found = {}]
  [#list def.parameters.nouvelles as kind, source]
    [#list host.list({"workspace": source.workspace, "type": source.type, "sort": source.date + " desc", "page": 1, "size": 40}).items as item]
      [#if !(item[source.date]!"")?is_date_like || item[source.date]?long < since][#break][/#if]
      [#local ids = item[source.communes]![]]
      [#list ids?is_sequence?then(ids, [ids]) as id]
        [#local entry = found[id]!{}]
        [#local found += {id: entry + {kind: (entry[kind]!0) + 1}}]
      [/#list]
    [/#list]
  [/#list]
  [#return found]
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
        [#local told += [(number == 1)?then(i18n[source.one], i18n.get(source.many, [number?c]))]]
      [/#list]
      [#local x = [[cell.x, 170]?max, territoire.width - 170]?min]
      [#local all += [{"total": total, "nom": cell.nom, "slug": cell.slug, "x": cell.x, "y": cell.y, "labelX": x, "told": told?join(", ")}]]
    [/#if]
  [/#list]
  [#local all = all?sort_by("total")?reverse]
  [#return (all?size > 3)?then(all[0..<3], all)]
[/#function]
