[#import "/portail/templates/includes/portes.ftl" as portes]
[#-- The first thing one sees on the home page. --]
[@portes.doors content /]
