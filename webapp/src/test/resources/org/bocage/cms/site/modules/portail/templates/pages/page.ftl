<html><head>[@cms.page /]<title>${content.title!}</title></head><body>
[#if ctx.mot??]<i>${ctx.mot?html}</i>[/#if]
<main>[@cms.area name="contenu" /]</main>
<footer>[@cms.area name="pied" /]</footer>
<aside>[@cms.area name="seul" /]</aside>
<b>[@cms.area name="limite" /]</b>[@cms.area name="eteinte" /][@cms.area name="choisie" /]
<u>[@cms.area name="directe" /]</u><s>[@cms.area name="generee" contextAttributes={"grand": "oui"} /]</s>
[#list cmsfn.children(content, "mgnl:page") as p]<a href="${cmsfn.link(p)}">${p.title}</a>[/#list]
</body></html>
