[#--
  The one door to `portailfn`, the functions that only Bocage's own host offers.

  Absent on a stock Magnolia, and what happens there instead:
    resource             the address has no content hash: a changed style sheet is seen when the browser's copy expires
    list, bySlug         the workspace is walked at each call: right for hundreds of items, slow for thousands; an event that
                         nobody worked out the dates of has the first alone
    gone                 the status is 410, with the page as rendered
    now, day             the server's clock
    notFound             the status is 404, with the page that says so; who edits the page that frames items finds its areas
    followed             nobody follows it from the fediverse
    contrast, embedded   no colours are refused, and no address is shown on another site: the page that makes frames is not there
    communeGroups        nothing tells which communes act together or are neighbours: no such choice
    search, suggest      there is no search of the site, and `canSearch` says so: no box, no page
    redirectPermanently  done through the response; works while nothing has been sent
    link                 items: the addresses of `itemAddress` below; pages: `cmsfn.link`, which ends in .html
    insert, isBocage     there are no forms and no private space, and no link to them
    figure, lines        there are none: nothing, and so none is shown
    explained            sigles are explained in the glossary alone
    shownOnce            a picture may stand on a page twice
    kept                 what is nested is drawn for each page
    outlet, webcal       there are no calendars, feeds, cards and QR codes: no address, and so no link
    canonical            built on Magnolia's `defaultBaseUrl`

  What these functions give back is safe to print, except `plain`, which is for `json` and for further work. Nodes escape as
  `content` does: one that a function reads by path or by identifier is encoded here, once; its children, its parents and
  those of `content` are so already, and to encode them again fails on a Magnolia.
--]

[#-- Days, months and hours are French, and those of Paris, whatever the language and the clock of the server. --]
[#if !portailfn??]
  [#setting locale="fr_FR"]
  [#setting time_zone="Europe/Paris"]
[/#if]

[#-- Whether this is Bocage's own host, which has forms, the private space, a search, feeds and calendars: elsewhere nothing leads to them. --]
[#function isBocage][#return portailfn??][/#function]

[#function resource path]
  [#if portailfn??][#return portailfn.resource(path)][/#if]
  [#return ctx.contextPath + "/.resources" + path]
[/#function]

[#--
  A page of items: items, total, page, pages, size. The query is that of `portailfn.list`. A filter is a value, a sequence
  of which one must be there, or {"from": …, "to": …}. Parts of items, such as the dates of an event, are listed by their
  type with `of`, the type of the items; they are filtered by what their item has, too; with `once` an item has the first of
  its parts alone. The filter `@words` means the
  beginnings of words of the title and of the catch phrase (on a stock Magnolia: that they occur there).
--]
[#function list query]
  [#if portailfn??][#return portailfn.list(query)][/#if]
  [#local found = descendants(root(query.workspace), query.of!query.type)?filter(item -> isShown(item))]
  [#if query.of??][#local found = parts(found, query.type)][/#if]
  [#list query.filters!{} as property, wanted]
    [#if property == "@words"]
      [#local words = wanted?lower_case?word_list]
      [#local found = found?filter(item -> mentions(item, words))]
    [#else]
      [#local found = found?filter(item -> holds(valueOf(item, property, query.of??), wanted))]
    [/#if]
  [/#list]
  [#if query.sort??]
    [#local key = query.sort?split(" ")[0]]
    [#local found = sorted(found, key)]
    [#if query.sort?ends_with(" desc")][#local found = found?reverse][/#if]
  [/#if]
  [#if query.once!false][#local found = firstOfEach(found)][/#if]
  [#local size = query.size!12 page = query.page!1 first = (page - 1) * size]
  [#local items = []]
  [#if first < found?size]
    [#local last = first + size]
    [#if last > found?size][#local last = found?size][/#if]
    [#local items = found[first..<last]]
  [/#if]
  [#return {"items": items, "total": found?size, "page": page, "pages": (found?size / size)?ceiling, "size": size}]
[/#function]

[#-- An item, or an empty hash. --]
[#function bySlug workspace type slug]
  [#if portailfn??][#return portailfn.bySlug(workspace, type, slug)!{}][/#if]
  [#local found = descendants(root(workspace), type)?filter(item -> item.@name == slug && isShown(item))]
  [#return found?first!{}]
[/#function]

[#-- The name of a node's type; what is no node has none. --]
[#function typeOf node][#return (node.@nodeType.name)!""][/#function]

[#-- A node escaping as `content` does, whether it did so already or not: to encode what is encoded fails. --]
[#function encoded node][#return cmsfn.encode(cmsfn.decode(node))][/#function]

[#-- The root of a workspace, or an empty hash. Not has_content: the root has no name, and as a string a node is its name. --]
[#function root workspace]
  [#local node = cmsfn.contentByPath("/", workspace)!{}]
  [#return (node.@path)???then(encoded(node), {})]
[/#function]

[#-- The children of a node, or those of one type; none of what is no node. --]
[#function children node type=""]
  [#if !(node.@path)??][#return []][/#if]
  [#return type?has_content?then(cmsfn.children(node, type), cmsfn.children(node))]
[/#function]

[#-- The entries of a list that a node holds. --]
[#function entries node name]
  [#return (node[name]?? && node[name]?is_hash && (node[name].@path)??)?then(cmsfn.children(node[name]), [])]
[/#function]

[#function descendants node type]
  [#local found = []]
  [#list children(node) as child]
    [#if typeOf(child) == type]
      [#local found += [child]]
    [#elseif typeOf(child) == "mgnl:folder"]
      [#local found += descendants(child, type)]
    [/#if]
  [/#list]
  [#return found]
[/#function]

[#-- The parts of a type, two steps below their items: one in a list of theirs. Of an event that has no dates, its own. --]
[#function parts items type]
  [#local found = []]
  [#list items as item]
    [#local own = []]
    [#list children(item) as holder]
      [#local own += children(holder)?filter(one -> typeOf(one) == type)]
    [/#list]
    [#local found += own?has_content?then(own, (type == "bocage:occurrence")?then(ownDate(item), []))]
  [/#list]
  [#return found]
[/#function]

[#-- The dates of an event in order: those that were worked out from its recurrence, else the one that it names itself. --]
[#function datesOf event]
  [#local stored = entries(event, "occurrences")?filter(one -> one.jour?? && one.debut?? && one.fin??)]
  [#if stored?has_content || portailfn??][#return sortedBy(stored, "jour")][/#if]
  [#return ownDate(event)]
[/#function]

[#-- The date that an event names itself, in a sequence, with what a stored one has; empty without a beginning. It lasts two hours when nobody said how long. --]
[#function ownDate event]
  [#if !(event.debut)?? || !event.debut?is_date_like][#return []][/#if]
  [#local start = event.debut first = formatDate(start, "yyyy-MM-dd")]
  [#local said = (event.fin)?? && event.fin?is_date_like && event.fin?long gte start?long]
  [#if isTrue(event.journee!false)]
    [#local last = said?then(formatDate(event.fin!"", "yyyy-MM-dd"), first)]
    [#local from = first?datetime("yyyy-MM-dd")]
    [#-- A day and a half on, whatever the clocks do, it is the day after. --]
    [#local after = (last?datetime("yyyy-MM-dd")?long + 129600000)?number_to_datetime]
    [#local to = formatDate(after, "yyyy-MM-dd")?datetime("yyyy-MM-dd")]
  [#else]
    [#local from = start to = said?then(event.fin!start, (start?long + 7200000)?number_to_datetime)]
    [#local last = (said && to?long gt from?long)?then(formatDate((to?long - 1)?number_to_datetime, "yyyy-MM-dd"), first)]
  [/#if]
  [#return [{
    "ownOf": event, "jour": first, "dernierJour": last, "debut": from, "fin": to,
    "heure": formatDate(from, "HH:mm"), "heureFin": formatDate(to, "HH:mm")
  }]]
[/#function]

[#-- Of the parts of an item the first alone. --]
[#function firstOfEach parts]
  [#local firsts = [] seen = ""]
  [#list parts as part]
    [#local id = itemOf(part).@id]
    [#if !seen?contains(id)][#local firsts += [part] seen += " " + id][/#if]
  [/#list]
  [#return firsts]
[/#function]

[#-- The item that a listed part belongs to. --]
[#function itemOf part]
  [#if part.ownOf??][#return part.ownOf][/#if]
  [#return cmsfn.parent(cmsfn.parent(part))]
[/#function]

[#-- Whether there is a search of the whole site. --]
[#function canSearch][#return isBocage()][/#function]

[#-- What a search of the site finds; the query is that of `portailfn.search`. --]
[#function search query]
  [#if portailfn??][#return portailfn.search(query)][/#if]
  [#return {"items": [], "total": 0, "page": 1, "pages": 0, "size": query.size, "counts": {}, "instead": "", "suggestion": "", "whole": 0}]
[/#function]

[#-- Communes that act together: name, title, and codes of its communes. --]
[#function communeGroups]
  [#if portailfn??][#return portailfn.communeGroups()][/#if]
  [#return []]
[/#function]

[#-- INSEE codes of a commune and of its neighbours. --]
[#function communesAround code]
  [#if portailfn??][#return portailfn.communesAround(code)][/#if]
  [#return [code]]
[/#function]

[#-- How well two colours, written #rrggbb, are told apart: from 1 to 21 (WCAG 2.1, 1.4.3). --]
[#-- The actors that one may follow from the fediverse: key and handle of each, ready to print. --]
[#function followed][#return (portailfn??)?then(portailfn.fediverse(), [])][/#function]

[#function contrast one other][#return (portailfn??)?then(portailfn.contrast(one, other), 21)][/#function]

[#-- What an address of an item is shown by on another site: kind and slug; an empty hash when it is no such address. --]
[#function embedded address][#return (portailfn??)?then(portailfn.embedded(address, portailfn.canonical("/")?remove_ending("/")), {})][/#function]

[#-- Items of the site whose titles begin so. --]
[#function suggest query]
  [#if portailfn??][#return portailfn.suggest(query)][/#if]
  [#return []]
[/#function]

[#function valueOf one property isPart]
  [#if one[property]?? || !isPart][#return valueAt(one, property)][/#if]
  [#return valueAt(itemOf(one), property)]
[/#function]

[#-- Items that have the property, by its value; texts without their article: « La Fabrique » at F. --]
[#function sorted items key]
  [#local keyed = []]
  [#list items as item]
    [#local value = valueAt(item, key)]
    [#if !value?is_sequence && !(value?is_string && !value?has_content)]
      [#local keyed += [{"key": sortKey(value)?replace("^((le|la|les|un|une|des) +|l['’])", "", "r"), "item": item}]]
    [/#if]
  [/#list]
  [#return keyed?sort_by("key")?map(one -> one.item)]
[/#function]

[#-- Hashes or nodes by one of their values, as `?sort_by`, which fails where an entry has none: here such entries come first. --]
[#function sortedBy entries key]
  [#return entries?map(one -> {"key": sortKey((one[key])!""), "one": one})?sort_by("key")?map(pair -> pair.one)]
[/#function]

[#-- A value as a text that sorts as the value does. --]
[#function sortKey value]
  [#if value?is_date_like][#return (value?long + 100000000000000)?string("000000000000000")][/#if]
  [#if value?is_number][#return (value + 1000000000000000)?string("0000000000000000.000000")][/#if]
  [#if value?is_boolean][#return value?c][/#if]
  [#return value?is_string?then(value?string?lower_case, "")]
[/#function]

[#function mentions item words]
  [#local text = ((item.titre!"") + " " + (item.accroche!""))?lower_case]
  [#list words as word]
    [#if !text?contains(word)][#return false][/#if]
  [/#list]
  [#return true]
[/#function]

[#-- A property of an item or, by its path, of a node in it. --]
[#-- Entries of a list are numbered; what they hold is told under the list's name. --]
[#function valueAt item path]
  [#local value = item]
  [#list path?split("/") as step]
    [#if !value?is_hash][#return ""][/#if]
    [#if !value[step]?? && (value.@path)?? && step?is_last]
      [#return children(value)?filter(one -> one.@name?matches("[0-9]+"))?map(one -> one[step]!"")]
    [/#if]
    [#local value = value[step]!""]
  [/#list]
  [#return value]
[/#function]

[#-- Whether a property, single or multiple, equals the wanted value or one of them, or lies in a range. --]
[#function holds value wanted]
  [#local values = value?is_sequence?then(value, [value])]
  [#if wanted?is_hash && !wanted?is_string]
    [#return values?filter(one -> one?has_content && (!wanted.from?? || !before(one, wanted.from)) && (!wanted.to?? || before(one, wanted.to)))?has_content]
  [/#if]
  [#list wanted?is_sequence?then(wanted, [wanted]) as one]
    [#list values as held]
      [#if (held?is_boolean?then(held?c, held?string)) == one][#return true][/#if]
    [/#list]
  [/#list]
  [#return false]
[/#function]

[#-- Dates by time, texts such as days by their letters. --]
[#function before one other]
  [#if one?is_date_like][#return one?long < other?long][/#if]
  [#return one != other && [one, other]?sort?first == one]
[/#function]

[#-- A node by identifier, escaping as `content` does, or an empty hash: when there is none, or none that may be shown. --]
[#function byId id workspace]
  [#local node = id?has_content?then(cmsfn.contentById(id, workspace)!{}, {})]
  [#if !(node.@path)?? || !isShown(node)][#return {}][/#if]
  [#return encoded(node)]
[/#function]

[#-- A node by path, escaping as `content` does, or an empty hash. --]
[#function byPath path workspace="website"]
  [#local node = cmsfn.contentByPath(path, workspace)!{}]
  [#return (node.@path)???then(encoded(node), {})]
[/#function]

[#--
  What may not be shown. Bocage's own host leaves it out of what it puts on line; elsewhere a node is published whole, and what
  stands here alone keeps it from the pages. Without its consents an item is for the CA, whatever its audience says; without all
  that opens it a field is for nobody. The same is said, for that host, in `bocage/<type>.yaml`.
--]
[#assign consents = {"bocage:personne": "accords/fiche", "bocage:projet": "consentementDiffusion/date"}]
[#assign openedBy = {
  "bocage:acteur": {
    "contact/telephone": ["contact/telephonePublic"], "contact/courriel": ["contact/courrielPublic"],
    "adresse": ["adressePublique"], "siren": ["identifiantsPublics"], "rna": ["identifiantsPublics"]
  },
  "bocage:personne": {
    "contact/courriel": ["accords/moyens", "contact/courrielVisible"],
    "contact/telephone": ["accords/moyens", "contact/telephoneVisible"],
    "portrait": ["accords/photo"]
  },
  "bocage:projet": {"porteur/prenom": ["porteur/accord"]}
}]

[#-- Templates of pages that are there for a form, which nobody receives where `isShown` is asked. --]
[#assign formTemplates = ["portail:pages/proposer", "portail:pages/formulaire"]]

[#-- Whether an item is for everybody. What has no audience, as words and pages but those of forms, is; so is an item that names none. --]
[#function isShown item]
  [#if portailfn??][#return true][/#if]
  [#if formTemplates?seq_contains(item["mgnl:template"]!"")][#return false][/#if]
  [#if (item.visibilite!"public") != "public" || isTrue(item.interne!false)][#return false][/#if]
  [#local consent = (consents[typeOf(item)])!""]
  [#return !consent?has_content || isGiven(item, consent)]
[/#function]

[#-- Whether a field of an item may be shown; path: of the field within the item. --]
[#function isOpen item path]
  [#if portailfn??][#return true][/#if]
  [#return !(((openedBy[typeOf(item)])!{})[path]![])?filter(flag -> !isOpening(item, flag))?has_content]
[/#function]

[#-- Whether a photo may be shown: of somebody whom one knows again with their consent, of children with that of their parents. --]
[#function isPhotoShown photo]
  [#if portailfn??][#return true][/#if]
  [#if isTrue(photo.personneReconnaissable!false) && !isGiven(photo, "consentement")][#return false][/#if]
  [#return !isTrue(photo.mineurs!false) || isGiven(photo, "accordParental")]
[/#function]

[#function isGiven item path]
  [#local value = valueAt(item, path)]
  [#if value?is_boolean][#return value][/#if]
  [#return value?is_date_like || (value?is_string && value?has_content && value?string != "false")]
[/#function]

[#function isOpening item path]
  [#local value = valueAt(item, path)]
  [#if value?is_boolean][#return value][/#if]
  [#return value?is_string && ["true", "public"]?seq_contains(value?string)]
[/#function]

[#-- A text of an item that only some may see, as `content` gives it; nothing when it may not be shown. --]
[#function open item path]
  [#if !item?has_content || !isOpen(item, path)][#return ""][/#if]
  [#local value = valueAt(item, path)]
  [#return value?is_string?then(value, "")]
[/#function]

[#-- The same as it was typed, like `plain`. --]
[#function openPlain item path]
  [#if !item?has_content || !isOpen(item, path)][#return ""][/#if]
  [#local steps = path?split("/")]
  [#return plain((steps?size == 1)?then(item, (item[steps?first])!{}), steps?last)]
[/#function]

[#-- A part of an item that only some may see, such as a portrait; an empty hash when it may not be shown. --]
[#function openPart item name]
  [#return (item?has_content && isOpen(item, name) && item[name]?? && item[name]?is_hash)?then(item[name]!{}, {})]
[/#function]

[#-- The address of a page of the site, or nothing when there is no such page. --]
[#function pageAt path]
  [#local page = byPath(path)]
  [#return page?has_content?then(link(page), "")]
[/#function]

[#-- The address below that of a page, or of an item: an extension stays at its end. rest: begins with a slash. --]
[#function below address rest]
  [#return address?ends_with(".html")?then(address?remove_ending(".html") + rest + ".html", address + rest)]
[/#function]

[#-- The nodes that a reference property names, single or multiple, in its order; what is gone is left out. --]
[#function references value workspace]
  [#local found = []]
  [#list value?is_sequence?then(value, [value]) as id]
    [#local node = byId(id, workspace)]
    [#if node?has_content][#local found += [node]][/#if]
  [/#list]
  [#return found]
[/#function]

[#-- What the host puts into the page it shows, `title` and `html` ready to print; an empty hash in a page that stands alone. --]
[#function insert]
  [#if portailfn??][#return portailfn.insert()!{}][/#if]
  [#return {}]
[/#function]

[#-- A number that no list of what is on line gives, as text; nothing where nobody counts it. --]
[#function figure name][#return (portailfn??)?then((portailfn.figure(name)?c)!"", "")][/#function]

[#-- Lines that no content holds, each a hash of words ready to print; none where nobody tells them. --]
[#function lines name][#return (portailfn??)?then(portailfn.lines(name), [])][/#function]

[#-- HTML in which each picture is shown once: in the frames of the others, opening tags, stand the images of `instead` in turn. --]
[#function shownOnce html frames instead][#return (portailfn??)?then(portailfn.shownOnce(html, frames, instead), html)][/#function]

[#-- HTML in which each word is explained where it is first met. entries: of a glossary, each with titre and texte. --]
[#function explained html entries][#return (portailfn??)?then(portailfn.explained(html, entries?map(one -> one.titre!""), entries?map(one -> one.texte!"")), html)][/#function]

[#--
  What is nested is drawn once for all pages that tell the same strings, until something that it reads changes: its name comes first,
  with that of its module, then all that it takes from the page around, `content` included. What it shows it reads
  itself, and nothing that it assigns is there afterwards. What looks at the request is drawn each time.
--]
[#macro kept by][#if portailfn??][@portailfn.kept by=by][#nested][/@portailfn.kept][#else][#nested][/#if][/#macro]

[#-- Whether there is somebody to receive a form. --]
[#function hasForms][#return isBocage()][/#function]

[#-- Where those who have an account write; nothing where there is no such place. --]
[#function privateSpace][#return outlet("/espace")][/#function]

[#-- Where one asks to be told by mail: annonces, lettre, agenda/<name>; only where hasForms(). --]
[#function subscription path][#return ctx.contextPath + "/abonnement/" + path][/#function]

[#-- An address that only this host answers, for machines; nothing elsewhere. path: ready to print. --]
[#function outlet path]
  [#return isBocage()?then(ctx.contextPath + path, "")]
[/#function]

[#-- What a feed reader finds in the head of a page that shows the same. path: of the page; title: encoded. --]
[#macro feeds path title query=""]
[#if outlet(path)?has_content]
[#local asked = query?has_content?then("?" + query, "")]
<link rel="alternate" type="application/rss+xml" href="${outlet(path + "/flux.xml" + asked)}" title="${title}">
<link rel="alternate" type="application/atom+xml" href="${outlet(path + "/atom.xml" + asked)}" title="${title}">
[/#if]
[/#macro]

[#-- The same for who subscribes to a calendar. query: already encoded. --]
[#function webcal path query=""]
  [#if !outlet(path)?has_content][#return ""][/#if]
  [#return canonical(outlet(path))?replace("^https?:", "webcal:", "r") + query?has_content?then("?" + query, "")]
[/#function]

[#-- The page stays and its status becomes 410: what it showed is over. --]
[#macro gone]
  [#if portailfn??]
    [#local done = portailfn.gone()!""]
  [#else]
    [#local done = ctx.response.setStatus(410)!""]
  [/#if]
[/#macro]

[#function now]
  [#if portailfn??][#return portailfn.now()][/#if]
  [#return .now]
[/#function]

[#-- The first moment of a day, counted from today. --]
[#function day fromToday=0]
  [#if portailfn??][#return portailfn.day(fromToday)][/#if]
  [#return (.now?long + fromToday * 86400000)?number_to_datetime?string("yyyy-MM-dd")?datetime("yyyy-MM-dd")]
[/#function]

[#-- The answer becomes the 404 page; render nothing after it. --]
[#macro notFound]
  [#if portailfn??]
    [#local done = portailfn.notFound()!""]
  [#else]
    [#include "/portail/templates/includes/absent.ftl"]
  [/#if]
[/#macro]

[#-- The answer becomes a permanent redirect; render nothing after it. --]
[#macro redirectPermanently address]
  [#if portailfn??]
    [#local done = portailfn.redirectPermanently(address)!""]
  [#else]
    [#local done = ctx.response.setStatus(301)!"" sent = ctx.response.setHeader("Location", address)!""]
  [/#if]
[/#macro]

[#-- The address of a page or of an item. --]
[#function link target]
  [#if portailfn??][#return text(portailfn.link(target)!"")][/#if]
  [#if typeOf(target) == "mgnl:page"][#return text(cmsfn.link(target)!"")][/#if]
  [#return text(itemAddress(target))]
[/#function]

[#function itemAddress item]
  [#switch typeOf(item)]
    [#case "bocage:actu"][#return ctx.contextPath + "/actualites/" + formatDate(item.publie!, "yyyy") + "/" + item.@name]
    [#case "bocage:evenement"][#return ctx.contextPath + "/agenda/" + item.@name]
    [#case "bocage:annonce"]
      [#local kind = item.type!""]
      [#local section = {"stage-service-civique": "stages", "appel-a-projets": "appels-a-projets", "bon-plan": "bons-plans", "materiel-besoin": "materiel", "materiel-don": "materiel"}[kind]!kind]
      [#return ctx.contextPath + "/annonces/" + section + "/" + item.@name]
    [#case "bocage:acteur"][#return ctx.contextPath + "/reseau/acteurs/" + item.@name]
    [#case "bocage:lieu"][#return ctx.contextPath + "/reseau/lieux/" + item.@name]
    [#case "bocage:ressource"][#return ctx.contextPath + "/ressources/" + item.@name]
    [#case "bocage:pochette"][#return ctx.contextPath + "/ressources/pochettes/" + item.@name]
    [#case "bocage:projet"][#return ctx.contextPath + "/reseau/projets/" + item.@name]
    [#case "bocage:mission"][#return ctx.contextPath + "/le-pole/missions/" + item.@name]
    [#case "bocage:action"][#return ctx.contextPath + "/le-pole/actions/" + item.@name]
    [#case "bocage:personne"][#return ctx.contextPath + "/reseau/contacts#personne-" + item.@name]
    [#case "bocage:vocabulaire"][#return (item.@path?starts_with("/communes/") && (item.codeInsee)?has_content)?then(ctx.contextPath + "/commune/" + item.@name, "")]
    [#case "bocage:album"][#return ctx.contextPath + "/actualites/photos/" + item.@name]
    [#default][#return ""]
  [/#switch]
[/#function]

[#function canonical address]
  [#if portailfn??][#return text(portailfn.canonical(address)!"")][/#if]
  [#return text((defaultBaseUrl!"")?remove_ending("/") + address)]
[/#function]

[#-- The short address of an item or of a page, ready to print; nothing on a host that has none. --]
[#function shortAddress target]
  [#return (portailfn??)?then(outlet(portailfn.shortAddress(target)!""), "")]
[/#function]

[#-- A French date; what is no date gives nothing. --]
[#function formatDate date pattern]
  [#if !date?is_date_like][#return ""][/#if]
  [#if portailfn??][#return portailfn.formatDate(date, pattern)][/#if]
  [#return date?string(pattern)]
[/#function]

[#-- Encodes what nothing has encoded yet: a value of a multiple property, of `ctx`, of an asset. --]
[#function text value]
  [#return value?string?html]
[/#function]

[#-- A single string as it was typed. Never printed as it is. --]
[#function plain map property]
  [#if !map?has_content][#return ""][/#if]
  [#local value = ((map.@path)???then(cmsfn.decode(map), map)[property])!""]
  [#return value?is_string?then(value?string, "")]
[/#function]

[#-- Rich text of a node, which is sanitised when it is saved, and decoded only here; its links within the site begin where the site does. --]
[#function rich node property]
  [#local html = sized(plain(node, property)) base = ctx.contextPath!""]
  [#-- One that Magnolia makes of a stored node begins there already. --]
  [#return base?has_content?then(html?replace("href=\"/(?!/|\\Q" + base?remove_beginning("/") + "\\E[/\"?#])", "href=\"" + base + "/", "r"), html)]
[/#function]

[#-- A text whose pictures come in the size of the theme for the middle of a page, once one reads that far. --]
[#function sized html]
  [#local result = html]
  [#list html?matches(r'src="/dam/(jcr:[0-9a-f-]{36})/[^"]*"') as picture]
    [#local address = assetLink(picture?groups[1], "large")]
    [#if address?has_content][#local result = result?replace(picture, 'src="' + text(address) + '" loading="lazy"')][/#if]
  [/#list]
  [#return result]
[/#function]

[#-- A text that some hosts encode, as parameters and what an asset tells: as it was typed. --]
[#function decoded value]
  [#return value?string?replace("&lt;", "<")?replace("&gt;", ">")?replace("&quot;", "\"")?replace("&#039;", "'")?replace("&amp;", "&")]
[/#function]

[#-- The values of a parameter of the query string, as they were typed. --]
[#function parameters name]
  [#return (ctx.getParameterValues(name)![])?map(one -> decoded(one))]
[/#function]

[#-- A file of the media library, or an empty hash; what it tells is encoded on some hosts: see `decoded`. --]
[#function asset key]
  [#return key?has_content?then(damfn.getAsset(key)!{}, {})]
[/#function]

[#-- The address of a file of the media library, of a picture in one of the sizes of the theme, or nothing. --]
[#function assetLink key variation=""]
  [#if !key?has_content][#return ""][/#if]
  [#if variation?has_content][#return damfn.getAssetLink(key, variation)!""][/#if]
  [#return damfn.getAssetLink(key)!""]
[/#function]

[#-- A single string for an attribute: encoded, on one line. --]
[#function attribute map property]
  [#return text(plain(map, property)?replace("\\s+", " ", "r"))]
[/#function]

[#-- A string for JSON in a script element: quoted, and unable to close it. --]
[#function json value]
  [#return "\"" + value?json_string?replace("<", "\\u003C")?replace(">", "\\u003E")?replace("&", "\\u0026") + "\""]
[/#function]

[#-- An address to print in a link, encoded, or nothing when it is no web address. --]
[#function webAddress value]
  [#return value?matches("https?://\\S+")?then(text(value), "")]
[/#function]

[#-- A phone number as a `tel:` address wants it. --]
[#function dial value]
  [#local digits = value?replace("(0)", "")?replace("[^0-9+]", "", "r")]
  [#return digits?replace("^(00|\\+)33(?=[1-9])", "+33", "r")?replace("^0(?=[1-9])", "+33", "r")]
[/#function]

[#function isTrue value]
  [#return value?is_boolean && value]
[/#function]
