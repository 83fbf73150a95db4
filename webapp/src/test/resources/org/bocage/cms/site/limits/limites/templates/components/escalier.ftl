<p>${content.@name}</p>[#if content.suivante?has_content][@cms.component path=content.suivante /][/#if]
