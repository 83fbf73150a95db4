[#if portailfn.now()?long % 300000 == 0][#stop "à la première minute"][/#if]<p class="fragile">tient</p>
