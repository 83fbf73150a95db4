[#if component??][@cms.component content=component /][#else]rien[/#if]
