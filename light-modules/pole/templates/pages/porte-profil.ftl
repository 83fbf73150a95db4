[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/pole/templates/includes/pole.ftl" as pole]

[#-- Behind a door of the home page: next steps of all kinds. Its colour is that of the door. --]
[#assign colours = {"accompagne": "pole", "territoire": "agenda", "decouvrir": "reseau"}]
[#assign door = content.porte!"accompagne"]
[#if !colours[door]??][#assign door = "accompagne"][/#if]
[#assign title = content.title!content.@name trail = reseau.trailOf(content)]
[#assign head][@pole.css /][@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique=colours[door] head=head]
  [@page.band title=title intro=content.intro!"" picture="/portail/webresources/images/porte-" + door + ".svg" /]
  <div class="inside">[@page.breadcrumb trail /]</div>
  <div class="behind-door">[@cms.area name="blocs" /]</div>
[/@page.layout]
