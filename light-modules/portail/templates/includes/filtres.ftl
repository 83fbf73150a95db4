[#import "/portail/templates/includes/host.ftl" as host]

[#-- What a list is asked in its query string, and the form that asks it. --]

[#-- The number of the page asked for; 0 when it is no page. --]
[#function pageNumber]
  [#local asked = (ctx.page!"1")?string]
  [#return asked?matches("[1-9][0-9]{0,4}")?then(asked, "0")?number]
[/#function]

[#-- The word of a vocabulary that a parameter names: a node, nothing, or unknown. --]
[#function word vocabulary name]
  [#local asked = name?string]
  [#if !asked?has_content][#return {}][/#if]
  [#if !asked?matches("[a-z0-9-]{1,80}")][#return {"unknown": true}][/#if]
  [#local node = host.byPath("/" + vocabulary + "/" + asked, "vocabulaires")]
  [#return node?has_content?then(node, {"unknown": true})]
[/#function]

[#-- One of a few values, empty when nothing is asked, or unknown. --]
[#function oneOf values name]
  [#local asked = name?string]
  [#return (!asked?has_content || values?seq_contains(asked))?then(asked, "unknown")]
[/#function]

[#-- What somebody typed, of a length one can search. --]
[#function typed name]
  [#local asked = name?string?trim]
  [#return (asked?length > 80)?then(asked[0..<80], asked)]
[/#function]

[#-- The filter of `host.list` for a word, when one is chosen. --]
[#function chosen property node]
  [#return ((node.@id)??)?then({property: node.@id!""}, {})]
[/#function]

[#-- The query string of some values by parameter, encoded; empty ones are left out. --]
[#function query values]
  [#local parts = []]
  [#list values as name, value]
    [#if value?has_content][#local parts += [name + "=" + value?string?url("UTF-8")]][/#if]
  [/#list]
  [#return parts?join("&amp;")]
[/#function]

[#-- Folded unless something is chosen: most people read the list as it is. --]
[#macro form address filtered label=""]
<details class="filters"[#if filtered] open[/#if]>
  <summary>${label?has_content?then(label, i18n["portail.filtres"])}</summary>
  <form action="${address}" method="get">
    [#nested]
    <button class="button" type="submit">${i18n["portail.filtres.voir"]}</button>
    [#if filtered]<a href="${address}">${i18n["portail.filtres.tout"]}</a>[/#if]
  </form>
</details>
[/#macro]

[#-- vocabulary: whose words may be chosen. --]
[#macro words parameter label vocabulary current all]
[#local nodes = host.byPath("/" + vocabulary, "vocabulaires")]
[@choice parameter label all]
  [#if nodes?has_content]
  [#list cmsfn.children(nodes) as one]<option value="${one.@name}"[#if (current.@name!"") == one.@name] selected[/#if]>${one.titre!one.@name}</option>
  [/#list]
  [/#if]
[/@choice]
[/#macro]

[#-- values: what may be chosen; prefix: the key of their labels. --]
[#macro options parameter label values current prefix all]
[@choice parameter label all]
  [#list values as value]<option value="${value}"[#if current == value] selected[/#if]>${i18n[prefix + value]}</option>
  [/#list]
[/@choice]
[/#macro]

[#macro choice parameter label all]
<div>
  <label for="${parameter}">${label}</label>
  <select id="${parameter}" name="${parameter}">
    <option value="">${all}</option>
    [#nested]
  </select>
</div>
[/#macro]

[#macro tick parameter label on]
<div class="filters-tick">
  <input type="checkbox" id="${parameter}" name="${parameter}" value="oui"[#if on] checked[/#if]>
  <label for="${parameter}">${label}</label>
</div>
[/#macro]

[#macro search parameter label value]
<div>
  <label for="${parameter}">${label}</label>
  <input type="search" id="${parameter}" name="${parameter}" value="${host.text(value)}" maxlength="80" autocomplete="off">
</div>
[/#macro]
