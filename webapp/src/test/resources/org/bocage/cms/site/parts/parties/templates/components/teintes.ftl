<p class="teintes">[#if cmsfn.contentByPath("/teintes", "vocabulaires")??]des teintes[/#if]</p>
