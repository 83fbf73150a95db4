[#-- À qui a écrit. nom, sujet, pour (la personne, quand c’est à elle qu’on a écrit), qui (peut être vide : on ne sait pas d’ici), jours --]
Votre message est bien parti : ${sujet}
Bonjour ${nom},

Merci d’avoir écrit [#if pour?has_content]à ${pour}[#else]à propos de « ${sujet} »[/#if].
[#if qui?has_content]
${qui} vous répond sous ${jours} jours ouvrés, à cette adresse.
[#else]
Votre message est transmis. La réponse viendra directement de la personne concernée.
[/#if]

Si vous n’avez rien écrit, quelqu’un s’est trompé d’adresse : vous n’avez rien à faire.
