[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/date.ftl" as date]

[#-- What the agenda is narrowed down to, the same for its list and its months. --]
[#assign origins = ["pole", "partenaire", "territoire"] origin = (ctx.origine!"")?string]
[#assign prices = ["gratuit", "libre", "payant"]?map(one -> {"value": one, "wanted": one, "label": i18n["evenements.tarif." + one]})]
[#assign chosen = [
  choix.ofPlaces("commune", "commune"),
  choix.ofNeighbours("pres", "commune"),
  choix.ofWords("theme", "themes", "themes"),
  choix.ofWords("public", "publics", "publics"),
  choix.of("tarif", "tarif", prices)
]]
[#assign wanted = choix.wanted(chosen) + origin?has_content?then({"origine": origin}, {})]
[#assign originPart = origin?has_content?then("origine=" + origin?url("UTF-8"), "")]
[#assign near = (chosen?filter(one -> one.name == "pres")?first.asked?first)!""]

[#-- Whether the last days of calls for projects are told: unless one turns them away, or asks for what a call has not. --]
[#assign deadlinesOff = (ctx.echeances!"")?string == "non" deadlinesPart = deadlinesOff?then("echeances=non", "")]
[#assign mayHaveDeadlines = !origin?has_content && !chosen?filter(one -> one.asked?has_content && !["commune", "pres", "theme"]?seq_contains(one.name))?has_content]

[#-- Calls for projects that one may still answer, by their last day. from, to: days as yyyy-MM-dd, `to` empty for all that follow. --]
[#function deadlines from to]
  [#local today = host.formatDate(host.now(), "yyyy-MM-dd")]
  [#local first = host.before(from, today)?then(today, from)]
  [#if !mayHaveDeadlines || deadlinesOff || (to?has_content && host.before(to, first))][#return []][/#if]
  [#-- Between two noons: a day begins at midnight. --]
  [#local days = {"from": date.plusDays(date.noonOf(first), -1)} + to?has_content?then({"to": date.noonOf(to)}, {})]
  [#return host.list({
    "workspace": "annonces", "type": "bocage:annonce", "sort": "cloture", "size": 50,
    "filters": {"type": "appel-a-projets", "cloture": days} + choix.wanted(chosen)
  }).items]
[/#function]

[#-- The way to turn the last days away, or back. address: of the page; more: other parts of its query string. --]
[#macro deadlinesSwitch address more=[]]
[#if mayHaveDeadlines]
<p><a class="more" href="${choix.at(address, choix.query(chosen, more + [deadlinesOff?then("", "echeances=non")]))}">${i18n["evenements.echeances." + deadlinesOff?then("avec", "sans")]}</a></p>
[/#if]
[/#macro]
