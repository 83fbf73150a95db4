<p>échange</p>[@cms.component path=content.autre /]
