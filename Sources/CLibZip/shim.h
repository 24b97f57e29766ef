#ifndef VERBATIM_CLIBZIP_SHIM_H
#define VERBATIM_CLIBZIP_SHIM_H

#include <zip.h>

#endif
