[#assign commun = cmsfn.contentByPath("/commun") shown = cmsfn.children(cmsfn.contentByPath("/commun/contenu"), "mgnl:component")]
<main>
[#list shown as component][@cms.component content=component contextAttributes={"teinte": content.teinte} /][/#list]
[#list searchfn.searchContent("website", content.mot, "/dit", "") as found][@cms.component content=found /][/#list]
[@cms.area name="contenu" /]
[@cms.area name="donne" /]
[#if content.legue??][@cms.component content=cmsfn.inherit(content.legue.herite) /][/#if]
</main>
[@portailfn.kept by=["parties:pied", content.couleur]]<footer data-drawn="${.now?long?c}">${commun.title} ${content.couleur}</footer>[/@portailfn.kept]
