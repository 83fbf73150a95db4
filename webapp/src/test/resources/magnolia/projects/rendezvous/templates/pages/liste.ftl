[#assign question = ctx.getParameter("q")!""]
[#assign page = (ctx.page!"1")?number]
<form action="${cmsfn.link(content)}"><input name="q" value="${question}"></form>
[#if question?has_content]
[#assign trouves = searchfn.searchContent("rendezvous", ctx.q, "/", "rdv:rendezvous", def.parameters.parPage, (page - 1) * def.parameters.parPage)]
<ol>[#list trouves as r]<li>${cmsfn.encode(r).titre} ${r.excerpt}</li>[/#list]</ol>
<p class="pages">[#list searchfn.searchPages(ctx.q, "/") as p]${p.@path};[/#list]</p>
[#else]
<ul>[#list cmsfn.children(cmsfn.contentByPath("/", "rendezvous"), "rdv:rendezvous") as r]<li>${cmsfn.encode(r).titre} — ${(r.debut?string("dd/MM/yyyy"))!}</li>[/#list]</ul>
[/#if]
