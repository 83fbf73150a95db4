[#-- À qui porte un projet, avant qu’il soit montré. titre, public (qui le lirait), lien --]
On peut montrer « ${titre} » ?
Bonjour,

On aimerait montrer votre projet « ${titre} » sur le portail[#if public == "public"], à tout le monde[#elseif public == "adherents"], à nos seul·e·s adhérent·e·s[/#if]. Sans votre accord, il reste entre les membres du CA.

Le relire, et dire oui :
${lien}

Si ce n’est pas le moment, il n’y a rien à faire.
