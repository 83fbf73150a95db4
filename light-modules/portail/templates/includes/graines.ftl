[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#-- What gave birth to what (PO-11): told at one end, shown at both. What is not on line any more is no end. --]

[#-- Where seeds are told, and the property by which they name an item of each kind. --]
[#assign told = {"actions": "bocage:action", "projets": "bocage:projet", "acteurs": "bocage:acteur"}]
[#assign named = {"acteur": "acteurs", "projet": "projets", "action": "actions", "lieu": "lieux"}]

[#function entriesOf item]
  [#return host.entries(item, "graines")]
[/#function]

[#-- An end of a link: id, label and address; an empty hash when it is not there. --]
[#function endOf entry]
  [#list named as property, workspace]
    [#local target = host.byId(entry[property]!"", workspace)]
    [#if target?has_content][#return own(target)][/#if]
  [/#list]
  [#return (entry.texte!"")?has_content?then({"id": "", "label": entry.texte!"", "href": ""}, {})]
[/#function]

[#function own item][#return {"id": item.@id, "label": item.titre!item.@name, "href": host.link(item)}][/#function]

[#-- The links of an item, told by itself or by the other end: born, whether it was born of the other; other, the end. --]
[#function of item kind]
  [#local all = []]
  [#list entriesOf(item) as entry]
    [#local other = endOf(entry)]
    [#if other?has_content][#local all += [{"born": (entry.genre!"") == "nee-de", "other": other}]][/#if]
  [/#list]
  [#list told as workspace, type]
    [#list host.list({"workspace": workspace, "type": type, "filters": {"graines/" + kind: item.@id}, "sort": "titre", "size": 24}).items as teller]
      [#list entriesOf(teller) as entry]
        [#if (entry[kind]!"") == item.@id][#local all += [{"born": (entry.genre!"") != "nee-de", "other": own(teller)}]][/#if]
      [/#list]
    [/#list]
  [/#list]
  [#-- Told at both ends, a link is still one. --]
  [#local once = [] seen = []]
  [#list all as one]
    [#local key = one.born?c + one.other.label]
    [#if !seen?seq_contains(key)][#local once += [one] seen += [key]][/#if]
  [/#list]
  [#return once]
[/#function]

[#-- A sentence each. kind: acteur, projet, action or lieu. --]
[#macro list item kind]
[#local all = of(item, kind)]
[#if all?has_content]
<h2 class="small-title">${i18n["portail.graines"]}</h2>
<ul class="seeds">
  [#list all as one]
  <li>[@icones.icon "projets" /] ${i18n["portail.graines." + one.born?then("nee", "naitre") + "." + kind]} [@end one.other /]</li>
  [/#list]
</ul>
[/#if]
[/#macro]

[#macro end one][#if one.href?has_content]<a href="${one.href}">${one.label}</a>[#else]<span>${one.label}</span>[/#if][/#macro]
