/** Accounts and privileges of a database server. */
@NullMarked
package dev.dmock.world.database.account;

import org.jspecify.annotations.NullMarked;
