[#-- À qui finira sa demande d’adhésion plus tard. prenom (peut être vide), adresse --]
Votre adhésion, quand vous voudrez
Bonjour[#if prenom?has_content] ${prenom}[/#if],

Ce que vous aviez commencé est gardé trente jours. Pour continuer :
${adresse}

Ce lien est à vous seul·e. Si vous n’avez rien commencé, vous n’avez rien à faire.
