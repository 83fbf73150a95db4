<div data-slogan="${content.slogan!}">[#list components as c][#if cmsfn.isInherited(c)]h:[/#if][@cms.component content=c /][/#list]</div>
