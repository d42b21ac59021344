package org.example.app;

import java.util.logging.LogManager;

/** The application's own, known to its class loader alone. */
public final class AppLogManager extends LogManager {}
