[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/carte.ftl" as cards]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#assign modes = ["pied", "velo", "fauteuil"]?map(one -> {"value": one, "label": i18n["balades.detail.mode.options." + one], "wanted": one})]
[#assign chosen = [choix.of("mode", "mode", modes), choix.ofWords("commune", "commune", "communes")]]
[#assign asked = (ctx.page!"1")?string]
[#assign number = asked?matches("[1-9][0-9]{0,4}")?then(asked, "0")?number]
[#assign list = host.list({
  "workspace": "balades", "type": "bocage:balade", "sort": "titre", "size": 12,
  "page": (number > 0)?then(number, 1), "filters": choix.wanted(chosen)
})]

[#if number == 0 || number > (list.pages > 0)?then(list.pages, 1)]
  [@host.notFound /]
[#else]
  [#assign title = content.title!content.@name address = host.link(content) filtered = choix.wanted(chosen)?has_content]
  [#assign section = cmsfn.parent(content)]
  [#assign trail = [
    {"label": section.title!section.@name, "plain": host.plain(section, "title"), "href": host.link(section)},
    {"label": title, "plain": host.plain(content, "title"), "href": address}
  ]]
  [#assign head][@page.breadcrumbData trail /][/#assign]
  [@page.layout title=title description=host.attribute(content, "description") rubrique="reseau" address=address + (number > 1)?then("?page=" + number?c, "") head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" picture="/acteurs/webresources/images/lieux.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [@choix.form chosen address i18n["balades.filtres"] /]
      [@choix.chosen chosen address /]
      [#if list.total > 0]
        <p class="count" role="status">[#if list.total == 1]${i18n["balades.compte.une"]}[#else]${i18n.get("balades.compte.plusieurs", [list.total?c])}[/#if]</p>
        <ul class="cards">
          [#list list.items as balade]
          <li>
            [@cards.card title=balade.titre!balade.@name href=ctx.contextPath + "/reseau/balades/" + balade.@name drawing="/acteurs/webresources/images/reseau-carte.svg" text=balade.accroche!"" level=2]
              <span class="fact">[@icones.icon "carte" /] ${i18n["balades.detail.mode.options." + balade.mode!"pied"]}, ${i18n.get("balades.kilometres", [(balade.kilometres!0)?string("0.#")])}</span>
              [#assign commune = host.byId(balade.commune!"", "vocabulaires")]
              [#if commune?has_content]<span class="fact">[@icones.icon "lieu" /] ${commune.titre!commune.@name}</span>[/#if]
            [/@cards.card]
          </li>
          [/#list]
        </ul>
        [@page.pager address number list.pages choix.query(chosen) /]
      [#else]
        [#assign why = filtered?then("balades.filtres.vide", "balades.vide")]
        [@page.empty title=i18n[why + ".titre"] text=i18n[why + ".texte"] ways=!filtered /]
      [/#if]
    </div>
  [/@page.layout]
[/#if]
