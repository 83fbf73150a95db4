[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/carte.ftl" as cards]
[#import "/portail/templates/includes/icones.ftl" as icones]

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

[#macro card actu level=3 big=false]
[@cards.card title=actu.titre!actu.@name href=host.link(actu) photo=image.of(actu)?first!{} text=actu.chapo!"" level=level big=big]
  [@origin actu /]
  <span class="fact">[@date.inline actu.publie!"" /]</span>
  [@place actu /]
[/@cards.card]
[/#macro]

[#macro cardList actus level=3 firstBig=false]
<ul class="cards[#if firstBig] cards-first-big[/#if]">
  [#list actus as actu]<li>[@card actu level firstBig && actu?is_first /]</li>[/#list]
</ul>
[/#macro]

[#-- Related actus: those that share a theme, then the latest; never the actu itself. --]
[#function related actu size=3]
  [#local found = []]
  [#if actu.themes?has_content]
    [#local found = others(latest("", 1, size + 1, {"themes": actu.themes}).items, actu, [])]
  [/#if]
  [#if found?size < size]
    [#local found += others(latest("", 1, 2 * size + 1).items, actu, found)]
  [/#if]
  [#return (found?size > size)?then(found[0..<size], found)]
[/#function]

[#function others candidates actu known]
  [#local seen = known?map(one -> one.@id) + [actu.@id]]
  [#return candidates?filter(one -> !seen?seq_contains(one.@id))]
[/#function]
