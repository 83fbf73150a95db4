<footer data-mention="${content.mention!}">[#list components as composant][@cms.component content=composant contextAttributes={"rang": composant?index} /][/#list]</footer>
