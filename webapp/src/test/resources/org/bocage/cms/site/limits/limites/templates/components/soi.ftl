<p>un tour</p>[@cms.component content=content /]
