<p class="attendue">[#if cmsfn.contentByPath("/attendue")??]venue[#else]absente[/#if]</p>
