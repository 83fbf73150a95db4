[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#-- The search of the whole site. Only Bocage's own host has one: elsewhere there is no box to type in. --]

[#-- What is shown while it is up to date; events that are over only when one asks for them, and then last; what is new a little before. --]
[#assign needed = {"annonces": {"cloture": {"from": host.day()}}, "acteurs": {"verifieLe": {"from": host.day(-730)}}}]
[#assign coming = {"occurrences/dernierJour": {"from": host.formatDate(host.day(), "yyyy-MM-dd")}}]
[#assign late = {"evenements": coming}]
[#assign fresh = {"evenements": coming, "actus": {"publie": {"from": host.day(-60)}}, "annonces": {"publie": {"from": host.day(-60)}}}]

[#-- What somebody typed, on one line; nothing when it is more than anybody searches. --]
[#function typed]
  [#local words = (ctx.q!"")?string?replace("\\s+", " ", "r")?trim]
  [#return (words?length > 300)?then("", words)]
[/#function]

[#-- past: whether what is over is asked for. --]
[#function find words narrowed={} page=1 size=10 past=false]
  [#return host.search({"words": words, "narrowed": narrowed, "needed": past?then(needed, needed + late), "late": late, "fresh": fresh, "page": page, "size": size})]
[/#function]

[#function suggestions words size=6]
  [#return host.suggest({"words": words, "needed": needed + late, "late": late, "fresh": fresh, "size": size})]
[/#function]

[#-- Kind of thing that was found: the name of its app; of the words that things are sorted by, communes alone are found. --]
[#function kind name]
  [#if ["website", "vocabulaires"]?seq_contains(name)][#return i18n["portail.recherche.genre." + name]][/#if]
  [#return i18n[name + ".app.label"]]
[/#function]

[#function address][#return host.pageAt("/recherche")][/#function]

[#-- The box. place: what tells it from others of the page. --]
[#macro box place words=""]
[#local where = host.canSearch()?then(address(), "")]
[#if where?has_content]
<form class="search search-${place}" role="search" action="${where}" method="get"[#if place != "page"] aria-label="${i18n["portail.recherche." + place]}"[/#if]>
  <label class="hidden" for="recherche-${place}">${i18n["portail.recherche.mots"]}</label>
  <input type="search" id="recherche-${place}" name="q" value="${host.text(words)}" maxlength="300" placeholder="${i18n["portail.recherche.mots"]}" autocomplete="off"[#if place == "page" && !words?has_content] autofocus[/#if] data-suggestions="${where}/suggestions">
  <button type="submit">[@icones.icon "loupe" /]<span class="hidden">${i18n["portail.recherche.chercher"]}</span></button>
</form>
[/#if]
[/#macro]

[#-- When it came out, or takes place: what repeats, the next time. --]
[#function moment name item]
  [#if name == "actus"][#return item.publie!""][/#if]
  [#if name != "evenements"][#return ""][/#if]
  [#if host.entries(item, "occurrences")?has_content]
    [#local today = host.formatDate(host.day(), "yyyyMMdd")?number]
    [#list host.entries(item, "occurrences") as one]
      [#local last = host.plain(one, "dernierJour")?replace("-", "")]
      [#if last?matches("[0-9]{8}") && last?number gte today][#return one.debut!item.debut!""][/#if]
    [/#list]
  [/#if]
  [#return item.debut!""]
[/#function]
