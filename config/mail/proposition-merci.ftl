[#-- À qui propose sans compte, une fois l’adresse confirmée. titre, prenom, jours, adresse (page de suivi) --]
« ${titre} » : bien reçu, merci !
Bonjour ${prenom},

« ${titre} » est arrivé. Quelqu’un relit et vous répond sous ${jours} jours ouvrés.

Pour suivre, corriger ou retirer votre proposition, gardez cette adresse :
${adresse}

Elle est à vous seul·e : ne la partagez pas.
