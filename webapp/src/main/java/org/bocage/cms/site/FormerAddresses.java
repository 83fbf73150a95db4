package org.bocage.cms.site;

/** Knows what was on line and is no more: its address is told to be gone, not unknown. */
public interface FormerAddresses {

    /** Whether a decoded path was the address of something that everybody could read. */
    boolean isFormer(String path);
}
