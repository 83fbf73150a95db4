[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]

[#-- The publisher of the site, as the settings say it; a fact that nobody gave is nothing, and so is the name that a site begins with. --]
[#assign site = page.said("nomSite")]
[#if site == i18n["portail.nomSite"]][#assign site = ""][/#if]
[#assign name = page.said("editeurNom")?has_content?then(page.said("editeurNom"), site)]
[#assign phone = page.said("contactTelephone") mail = page.said("contactCourriel")]
[#assign seat = page.said("editeurSiege")?has_content?then(page.said("editeurSiege"), page.said("adresse", host.byPath("/contact")))]
