[#assign actus = portailfn.list({"workspace": "actus", "type": "mgnl:content", "filters": {"origine": ["pole"]}, "page": 1, "size": 2})]
${actus.total} [#list actus.items as actu]${actu.titre};[/#list]
[#if !portailfn.bySlug("actus", "mgnl:content", ctx.slug!"fete")??][#assign x = portailfn.notFound()!""][/#if]
${portailfn.resource("/portail/webresources/style.css")} ${portailfn.canonical("/liste")}
[#if ctx.parti??][#assign x = portailfn.gone()!""][/#if]
[#if ctx.ailleurs??][#assign x = portailfn.redirectPermanently("/echappement")!""][/#if]
