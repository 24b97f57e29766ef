#ifndef VERBATIM_CLIBXML2_SHIM_H
#define VERBATIM_CLIBXML2_SHIM_H

/* Debian builds libxml2 with ICU, and its headers then pull in ICU's own, which clash with Foundation's copy
   of ICU in any file that imports both. Only fields of structs that we never touch depend on it. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/* `xmlFree` is a mutable global function pointer, which Swift 6 refuses to read. */
static inline void verbatim_xmlFree(void *pointer) { xmlFree(pointer); }

#endif
