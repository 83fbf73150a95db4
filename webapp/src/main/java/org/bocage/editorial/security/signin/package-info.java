/**
 * How does somebody come in? The rules of addresses, the login form, links, keys, the first administrator.
 */
@NullMarked
@NamedInterface("signin")
package org.bocage.editorial.security.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
