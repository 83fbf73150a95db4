[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/integre.ftl" as integre]
[#import "/annonces/templates/includes/annonce.ftl" as annonces]

[#-- Open annonces in a frame of another site, or one of them. --]
[#assign slug = (ctx.slug!"")?string section = host.pageAt("/annonces") all = i18n["portail.integre.annonces.tout"]]
[#if slug?has_content]
  [#assign annonce = host.bySlug(annonces.workspace, annonces.nodeType, slug)]
  [#if !annonce?has_content || !annonces.isOpen(annonce)]
    [@integre.past "annonces" section all /]
  [#else]
    [@integre.frame title=annonce.titre!annonce.@name rubrique="annonces" href=host.link(annonce) more=i18n["portail.integre.voir"] refused=integre.refusal([], ["slug"])]
      [@integre.item host.plain(annonce, "description")][@facts annonce "li" /][/@integre.item]
    [/@integre.frame]
  [/#if]
[#else]
  [#assign kinds = choix.of("type", "type", annonces.sections?keys?map(name -> {"value": name, "wanted": annonces.sections[name], "label": i18n["portail.flux.annonces." + name]}))]
  [#assign asked = [kinds, choix.ofWords("commune", "commune", "communes"), choix.ofWords("theme", "themes", "themes"), choix.ofStructures("structure/acteur")]]
  [#assign single = (kinds.asked?size == 1)?then(host.pageAt("/annonces/" + kinds.asked?first), "")]
  [#assign refused = integre.refusal(asked, ["nombre"])]
  [#assign href = single?has_content?then(choix.at(single, choix.query(asked[1..])), section?has_content?then(choix.at(section, choix.query(asked[1..])), ""))]
  [@integre.frame title=i18n["portail.integre.annonces"] rubrique="annonces" href=href more=all refused=refused]
    [#assign found = annonces.open(choix.wanted(asked), 1, integre.numberOfItems()).items]
    [#if !found?has_content][@integre.nothing /][/#if]
    [#if found?has_content]
    <ul class="rows">
      [#list found as one]
      <li class="row">
        <div>
          <h2><a href="${host.link(one)}" target="_top">${one.titre!one.@name}</a></h2>
          <p class="fact">[@facts one "span" /]</p>
        </div>
      </li>
      [/#list]
    </ul>
    [/#if]
  [/@integre.frame]
[/#if]

[#macro facts annonce tag]
[#local days = annonce.cloture?is_date_like?then(annonces.daysLeft(annonce), 0) who = annonces.structureName(annonce)]
[#local until = (days == 0)?then(i18n["annonces.reste.dernier"], (days == 1)?then(i18n["annonces.reste.demain"], (days lte 14)?then(i18n.get("annonces.reste.peu", [days?c]), i18n["annonces.reste.jusquau"] + " " + annonces.dayMonth(annonce.cloture))))]
[#list [i18n["annonces.sorte." + annonce.type!"emploi"], who, annonces.placeOf(annonce), until]?filter(words -> words?has_content) as words]<${tag}>${words}</${tag}>[#sep][#if tag == "span"] · [/#if][/#list]
[/#macro]
