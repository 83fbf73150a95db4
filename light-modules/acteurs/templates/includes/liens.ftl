[#import "/portail/templates/includes/host.ftl" as host]

[#--
  What links structures of the directory with one another (RE-20), as their own contents declare it: an action with several
  partners, an event of the last year with several organisers, one born of the other. Nothing of it is typed twice.
--]

[#-- What is read at most of each kind: the page stays quick whatever the network weighs. --]
[#assign most = 300]

[#-- Of structures in their order: links, two structures and what they do together; linked, how many have one; and of each kind how many. --]
[#function of structures]
  [#local ids = structures?map(one -> one.@id) actions = [] events = [] seeds = []]
  [#list host.list({"workspace": "actions", "type": "bocage:action", "sort": "titre", "size": most}).items as one]
    [#local actions += [places(one.partenaires![], ids)]]
  [/#list]
  [#list host.list({"workspace": "evenements", "type": "bocage:evenement", "filters": {"publie": {"from": host.day(-365)}}, "sort": "publie desc", "size": most}).items as one]
    [#local events += [places(host.entries(one, "organisateurs")?map(by -> by.acteur!""), ids)]]
  [/#list]
  [#list structures as one]
    [#list host.entries(one, "graines") as seed][#local seeds += [places([one.@id, seed.acteur!""], ids)]][/#list]
  [/#list]
  [#local kinds = {"evenements": several(events), "actions": several(actions), "graines": several(seeds)} ties = []]
  [#list kinds as kind, groups]
    [#list groups as group]
      [#list group as first][#list group as second]
        [#if first < second][#local ties += [{"key": first * 10000 + second, "kind": kind, "first": first, "second": second}]][/#if]
      [/#list][/#list]
    [/#list]
  [/#list]
  [#local links = [] last = -1 seen = []]
  [#list host.sortedBy(ties, "key") as tie]
    [#if tie.key != last]
      [#local last = tie.key found = tie.key]
      [#local how = ties?filter(one -> one.key == found)?map(one -> one.kind)]
      [#local links += [{"first": structures[tie.first], "second": structures[tie.second], "kinds": kinds?keys?filter(kind -> how?seq_contains(kind))}]]
    [/#if]
    [#list [tie.first, tie.second] as end][#if !seen?seq_contains(end)][#local seen += [end]][/#if][/#list]
  [/#list]
  [#return {"links": links, "linked": seen?size, "evenements": kinds.evenements?size, "actions": kinds.actions?size, "graines": once(kinds.graines)}]
[/#function]

[#-- Where the structures that references name stand among all; who is in no directory stands nowhere. --]
[#function places values ids]
  [#local found = []]
  [#list values?is_sequence?then(values, [values]) as id]
    [#local at = ids?seq_index_of(id?string)]
    [#if at gte 0 && !found?seq_contains(at)][#local found += [at]][/#if]
  [/#list]
  [#return found?sort]
[/#function]

[#function several groups][#return groups?filter(group -> group?size > 1)][/#function]

[#-- A birth told at both ends is one. --]
[#function once groups]
  [#local seen = []]
  [#list groups?map(group -> group?join("-")) as key][#if !seen?seq_contains(key)][#local seen += [key]][/#if][/#list]
  [#return seen?size]
[/#function]

[#-- The links as sentences; those beyond the first dozen are folded. --]
[#macro list links]
[#local shown = 12]
[#-- One alone is not worth a fold. --]
[#if links?size gt shown + 1][@sentences links[0..<shown] /]
<details class="more-facts"><summary>${i18n.get("reseau.liens.autres", [(links?size - shown)?c])}</summary>[@sentences links[shown..] /]</details>
[#else][@sentences links /][/#if]
[/#macro]

[#macro sentences links]
<ul class="ties">
  [#list links as link]
  <li><a href="${host.link(link.first)}">${link.first.titre!link.first.@name}</a> ${i18n["reseau.liens.et"]} <a href="${host.link(link.second)}">${link.second.titre!link.second.@name}</a> <span>${link.kinds?map(kind -> i18n["reseau.liens." + kind])?join(", ")}</span></li>
  [/#list]
</ul>
[/#macro]
