[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#--
  Filters of a list, in the query string. A filter: name (of the parameter), property (of the items), shape (select, tick or
  search), options (value, label as encoded, wanted as stored), asked (values of the query string), wanted (what the list is
  filtered by). Those of a kind add up, those of different kinds narrow down; what nobody knows finds nothing.
--]

[#-- The number of the page asked for; 0 when it is no page. --]
[#function pageNumber]
  [#local asked = (ctx.page!"1")?string]
  [#return asked?matches("[1-9][0-9]{0,4}")?then(asked, "0")?number]
[/#function]

[#-- The values of a parameter, each once. --]
[#function asked name]
  [#local found = []]
  [#list host.parameters(name) as one]
    [#if one?has_content && found?size < 20 && !found?seq_contains(one)][#local found += [one]][/#if]
  [/#list]
  [#return found]
[/#function]

[#-- A filter by the words of a vocabulary. --]
[#function ofWords name property vocabulary]
  [#local words = host.byPath("/" + vocabulary, "vocabulaires")]
  [#local options = []]
  [#if words?has_content]
    [#local all = host.children(words)]
    [#-- Without a territory there is nothing to choose: « hors territoire » is no commune. --]
    [#list (vocabulary == "communes" && !all?filter(one -> one.codeInsee?has_content)?has_content)?then([], all) as one]
      [#local options += [{"value": one.@name, "label": one.titre!one.@name, "wanted": one.@id}]]
    [/#list]
  [/#if]
  [#return of(name, property, options)]
[/#function]

[#-- A filter by communes, each by itself, or those that act together. --]
[#function ofPlaces name property]
  [#local single = ofWords(name, property, "communes")]
  [#local groups = host.communeGroups()?map(one -> {"value": one.name, "label": one.title, "wanted": withCodes(one.codes)})]
  [#return of(name, property, groups?filter(one -> one.wanted?has_content) + single.options)]
[/#function]

[#-- A filter by a commune and its neighbours; without a choice where nothing tells who is whose neighbour. --]
[#function ofNeighbours name property]
  [#local words = host.byPath("/communes", "vocabulaires") values = asked(name) options = []]
  [#if words?has_content && host.communeGroups()?has_content]
    [#list host.children(words)?filter(one -> one.codeInsee?has_content) as one]
      [#local near = values?seq_contains(one.@name)?then(withCodes(host.communesAround(one.codeInsee)), [])]
      [#local options += [{"value": one.@name, "label": i18n.get("portail.filtres.autour", [one.titre!one.@name]), "plain": one.titre!one.@name, "wanted": near}]]
    [/#list]
  [/#if]
  [#return of(name, property, options)]
[/#function]

[#-- The words of communes, by their INSEE codes. --]
[#function withCodes codes]
  [#-- In one text: to compare each commune with each code by `seq_contains` takes a third of the time of a page. --]
  [#local words = host.byPath("/communes", "vocabulaires") all = "|" + codes?join("|") + "|"]
  [#return words?has_content?then(host.children(words)?filter(one -> all?contains("|" + (one.codeInsee!"-") + "|"))?map(one -> one.@id), [])]
[/#function]

[#-- An option is wanted by one value or by any of several. --]
[#function of name property options]
  [#local values = asked(name) wanted = []]
  [#list values as value]
    [#local known = options?filter(one -> one.value == value)]
    [#local found = known?has_content?then((known?first.wanted)!"", "-")]
    [#local wanted += found?is_sequence?then(found, [found])]
  [/#list]
  [#return {"name": name, "property": property, "shape": "select", "options": options, "asked": values, "wanted": wanted}]
[/#function]

[#-- A filter by values of an enumeration; prefix: the key of their labels. --]
[#function ofValues name property values prefix]
  [#return of(name, property, values?map(one -> {"value": one, "wanted": one, "label": i18n[prefix + one]}))]
[/#function]

[#-- A filter by the structures of the directory, by name; property: of the items, which refers to one. --]
[#function ofStructures property]
  [#local found = []]
  [#list host.list({"workspace": "acteurs", "type": "bocage:acteur", "sort": "titre", "size": 200, "filters": {"verifieLe": {"from": host.day(-730)}}}).items as one]
    [#local found += [{"value": one.@name, "label": one.titre!one.@name, "wanted": one.@id}]]
  [/#list]
  [#return of("structure", property, found)]
[/#function]

[#-- A filter that is on or off. --]
[#function ofTick name property]
  [#return of(name, property, [{"value": "oui", "wanted": "true", "label": i18n["portail.filtres." + name]}]) + {"shape": "tick"}]
[/#function]

[#-- A filter by what somebody types, of a length one can search. --]
[#function ofSearch name property]
  [#local typed = (ctx[name]!"")?string?trim]
  [#local typed = (typed?length > 80)?then(typed[0..<80], typed)]
  [#return {"name": name, "property": property, "shape": "search", "options": [], "asked": typed?has_content?then([typed], []), "wanted": typed}]
[/#function]

[#-- What a list is filtered by; filters by the same property add up. --]
[#function wanted filters]
  [#local all = {}]
  [#list filters?filter(one -> one.asked?has_content) as one]
    [#local all += {one.property: (all[one.property]??)?then((all[one.property]![]) + one.wanted, one.wanted)}]
  [/#list]
  [#return all]
[/#function]

[#-- The query string of the filters, encoded. but: a value left out, as `name=value`. more: other parts of it. --]
[#function query filters more=[] but=""]
  [#local parts = []]
  [#list filters as one]
    [#list one.asked as value]
      [#if one.name + "=" + value != but][#local parts += [one.name + "=" + value?url("UTF-8")]][/#if]
    [/#list]
  [/#list]
  [#return (more?filter(part -> part?has_content && part != but) + parts)?join("&amp;")]
[/#function]

[#function at address query]
  [#return address + query?has_content?then("?" + query, "")]
[/#function]

[#-- What was chosen, in words; what is unknown as it was asked. --]
[#function labels filters]
  [#local all = []]
  [#list filters as filter]
    [#list filter.asked as value]
      [#local known = filter.options?filter(one -> one.value == value)]
      [#local label = known?has_content?then((known?first.label)!"", host.text(value))]
      [#local all += [{"filter": filter.name, "value": value, "label": (filter.shape == "search")?then("«\xA0" + label + "\xA0»", label)}]]
    [/#list]
  [/#list]
  [#return all]
[/#function]

[#-- The chosen ones, each with a way out. more: what else the address keeps. --]
[#macro chosen filters address more=[]]
[#local all = labels(filters)]
[#if all?has_content]
<ul class="chips" aria-label="${i18n["portail.filtres.choisis"]}">
  [@chips filters address more /]
  <li><a href="${address}">${i18n["portail.filtres.tout"]}</a></li>
</ul>
[/#if]
[/#macro]

[#macro chips filters address more=[]]
[#list labels(filters) as one]
  <li><a href="${at(address, query(filters, more, one.filter + "=" + one.value))}"><span class="hidden">${i18n["portail.filtres.retirer"]}</span> ${one.label} [@icones.icon "moins" /]</a></li>
[/#list]
[/#macro]

[#-- The form, folded: what is chosen stands below it. hidden: other parameters that it keeps, name to value. --]
[#macro form filters address summary hidden={}]
<details class="filters">
  <summary>${summary}</summary>
  <form action="${address}" method="get">
    [#list hidden as name, value][#if value?has_content]<input type="hidden" name="${name}" value="${host.text(value)}">[/#if][/#list]
    [@fields filters /]
    <button class="button" type="submit">${i18n["portail.filtres.voir"]}</button>
  </form>
</details>
[/#macro]

[#-- The controls alone, for a form around them. --]
[#macro fields filters]
    [#list filters as filter]
    [#if filter.shape == "search"]
    <div>
      <label for="filtre-${filter.name}">${i18n["portail.filtres." + filter.name]}</label>
      <input type="search" id="filtre-${filter.name}" name="${filter.name}" value="${host.text(filter.wanted)}" maxlength="80" autocomplete="off">
    </div>
    [#elseif filter.shape == "tick"]
    <div class="filters-tick">
      <input type="checkbox" id="filtre-${filter.name}" name="${filter.name}" value="oui"[#if filter.asked?seq_contains("oui")] checked[/#if]>
      <label for="filtre-${filter.name}">${i18n["portail.filtres." + filter.name]}</label>
    </div>
    [#elseif filter.options?has_content]
    <div>
      [#list filter.asked as value][#if filter.asked?size > 1]<input type="hidden" name="${filter.name}" value="${host.text(value)}">[/#if][/#list]
      <label for="filtre-${filter.name}">${i18n["portail.filtres." + filter.name]}</label>
      <select id="filtre-${filter.name}" name="${filter.name}">
        <option value="">${i18n["portail.filtres." + filter.name + ".tous"]}</option>
        [#list filter.options as one]<option value="${one.value}"[#if filter.asked?size == 1 && filter.asked?first == one.value] selected[/#if]>${one.label}</option>
        [/#list]
      </select>
    </div>
    [/#if]
    [/#list]
[/#macro]
