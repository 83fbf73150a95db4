[#--
  The one door to `portailfn`, the functions that only Bocage's own host offers.

  Absent on a stock Magnolia, and what happens there instead:
    resource             the address has no content hash: a changed style sheet is seen when the browser's copy expires
    list, bySlug         the workspace is walked at each call: right for hundreds of items, slow for thousands
    notFound             the status is 404, with the page around it as rendered
    redirectPermanently  done through the response; works while nothing has been sent
    link                 items: the addresses of `itemAddress` below; pages: `cmsfn.link`, which ends in .html
    canonical            built on Magnolia's `defaultBaseUrl`
    formatDate           the server's time zone, which should be Europe/Paris

  What these functions give back is safe to print, except `plain`, which is for `json` and for further work.
--]

[#function resource path]
  [#if portailfn??][#return portailfn.resource(path)][/#if]
  [#return ctx.contextPath + "/.resources" + path]
[/#function]

[#-- A page of items: items, total, page, pages, size. The query is that of `portailfn.list`. --]
[#function list query]
  [#if portailfn??][#return portailfn.list(query)][/#if]
  [#local found = descendants(cmsfn.contentByPath("/", query.workspace)!{}, query.type)]
  [#list query.filters!{} as property, wanted]
    [#local found = found?filter(item -> holds(item[property]!"", wanted))]
  [/#list]
  [#if query.sort??]
    [#local key = query.sort?split(" ")[0]]
    [#local found = found?filter(item -> item[key]??)?sort_by(key)]
    [#if query.sort?ends_with(" desc")][#local found = found?reverse][/#if]
  [/#if]
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
  [#local found = descendants(cmsfn.contentByPath("/", workspace)!{}, type)?filter(item -> item.@name == slug)]
  [#return found?first!{}]
[/#function]

[#function descendants node type]
  [#local found = []]
  [#-- Not has_content: the root has no name, and as a string a node is its name. --]
  [#if (node.@path)??]
    [#list cmsfn.children(node)![] as child]
      [#if child.@nodeType == type]
        [#local found += [cmsfn.encode(child)]]
      [#elseif child.@nodeType == "mgnl:folder"]
        [#local found += descendants(child, type)]
      [/#if]
    [/#list]
  [/#if]
  [#return found]
[/#function]

[#-- Whether a property, single or multiple, equals the wanted value or one of them. --]
[#function holds value wanted]
  [#local values = value?is_sequence?then(value, [value])]
  [#list wanted?is_sequence?then(wanted, [wanted]) as one]
    [#if values?seq_contains(one)][#return true][/#if]
  [/#list]
  [#return false]
[/#function]

[#-- A node by identifier, escaping as `content` does, or an empty hash. --]
[#function byId id workspace]
  [#local node = cmsfn.contentById(id, workspace)!{}]
  [#return node?has_content?then(cmsfn.encode(node), {})]
[/#function]

[#-- A node by path, escaping as `content` does, or an empty hash. --]
[#function byPath path workspace="website"]
  [#local node = cmsfn.contentByPath(path, workspace)!{}]
  [#return node?has_content?then(cmsfn.encode(node), {})]
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

[#-- The answer becomes the 404 page; render nothing after it. --]
[#macro notFound]
  [#if portailfn??]
    [#local done = portailfn.notFound()!""]
  [#else]
    [#local done = ctx.response.setStatus(404)!""]
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
  [#if target.@nodeType == "mgnl:page"][#return text(cmsfn.link(target)!"")][/#if]
  [#return text(itemAddress(target))]
[/#function]

[#function itemAddress item]
  [#switch item.@nodeType]
    [#case "bocage:actu"][#return ctx.contextPath + "/actualites/" + formatDate(item.publie!, "yyyy") + "/" + item.@name]
    [#default][#return ""]
  [/#switch]
[/#function]

[#function canonical address]
  [#if portailfn??][#return text(portailfn.canonical(address)!"")][/#if]
  [#return text((defaultBaseUrl!"")?remove_ending("/") + address)]
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
  [#local value = (cmsfn.decode(map)[property])!""]
  [#return value?is_string?then(value?string, "")]
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
  [#return value?replace("[^0-9+]", "", "r")]
[/#function]

[#function isTrue value]
  [#return value?is_boolean && value]
[/#function]
