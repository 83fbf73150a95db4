[#assign commun = cmsfn.contentByPath("/commun") shown = cmsfn.children(cmsfn.contentByPath("/commun/contenu"), "mgnl:component")]
<main>
[#list shown as component][@cms.component content=component contextAttributes={"teinte": content.teinte} /][/#list]
[@cms.area name="contenu" /]
</main>
[@portailfn.kept by=["pied", content.couleur]]<footer data-drawn="${.now?long?c}">${commun.title} ${content.couleur}</footer>[/@portailfn.kept]
