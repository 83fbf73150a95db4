[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/carte.ftl" as cards]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/annonceurs.ftl" as annonceurs]

[#assign workspace = "actus" nodeType = "bocage:actu"]

[#-- Actus, the latest first. origin: pole, territoire or empty; filters: more of them. --]
[#function latest origin="" page=1 size=12 filters={}]
  [#return host.list({
    "workspace": workspace, "type": nodeType, "sort": "publie desc", "page": page, "size": size,
    "filters": filters + origin?has_content?then({"origine": origin}, {})
  })]
[/#function]

[#function originOf actu][#return ((actu.origine!"") == "pole")?then("pole", "territoire")][/#function]

[#-- Where the news comes from: words, an icon and a shape, and a colour besides. --]
[#macro origin actu]
[#local from = originOf(actu)]
<span class="tag tag-${from}">[@icones.icon from /] ${i18n["actus.origine." + from]}</span>
[/#macro]

[#macro place actu]
[#local communes = host.references(actu.communes![], "vocabulaires")]
[#if communes?has_content]
<span class="fact">[@icones.icon "lieu" /] [#list communes as commune]${commune.titre!commune.@name}[#sep], [/#list]</span>
[/#if]
[/#macro]

[#macro card actu level=3 big=false brief=false]
[@cards.card title=actu.titre!actu.@name href=host.link(actu) photo=image.of(actu)?first!{} text=brief?then("", actu.chapo!"") level=level big=big]
  [@origin actu /] [@annonceurs.colours actu /]
  <span class="fact">[@date.inline actu.publie!"" /]</span>
  [@place actu /]
[/@cards.card]
[/#macro]

[#-- brief: without what each begins with, where others stand beside. --]
[#macro cardList actus level=3 firstBig=false brief=false]
<ul class="cards[#if firstBig] cards-first-big[/#if]">
  [#list actus as actu]<li>[@card actu level firstBig && actu?is_first brief /]</li>[/#list]
</ul>
[/#macro]

[#-- How old it is, once it is a year: what was true then may be so no longer. --]
[#macro age actu]
[#if actu.publie?? && actu.publie?is_date_like]
  [#local years = ageInYears(actu.publie)]
  [#if years gte 1]<p class="small actu-age">${(years == 1)?then(i18n["actus.age.un"], i18n.get("actus.age.plusieurs", [years?c]))}</p>[/#if]
[/#if]
[/#macro]

[#function ageInYears date]
  [#local months = (host.formatDate(host.now(), "yyyy")?number - host.formatDate(date, "yyyy")?number) * 12 + host.formatDate(host.now(), "M")?number - host.formatDate(date, "M")?number]
  [#local months = (host.formatDate(host.now(), "d")?number < host.formatDate(date, "d")?number)?then(months - 1, months)]
  [#return (months / 12)?floor]
[/#function]

[#-- Actus that share something, three at most: the structure before a project, a project before a theme, a theme before a commune. --]
[#function related actu size=3]
  [#local found = []]
  [#list [["contactStructure", "contactStructure"], ["liesActeurs", "contactStructure"], ["contactStructure", "liesActeurs"], ["liesActeurs", "liesActeurs"], ["liesProjets", "liesProjets"], ["liesActions", "liesActions"], ["themes", "themes"], ["communes", "communes"]] as pair]
    [#if found?size < size && actu[pair[0]]?has_content]
      [#local more = others(latest("", 1, size + 1 + found?size, {pair[1]: actu[pair[0]]}).items, actu, found)]
      [#local found += (found?size + more?size > size)?then(more[0..<(size - found?size)], more)]
    [/#if]
  [/#list]
  [#return found]
[/#function]

[#function others candidates actu known]
  [#local seen = known?map(one -> one.@id) + [actu.@id]]
  [#return candidates?filter(one -> !seen?seq_contains(one.@id))]
[/#function]
