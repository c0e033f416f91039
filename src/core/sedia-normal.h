/* The standard normal distribution, as far as stock needs it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double sedia_normal_density (double z);
double sedia_normal_below (double z);
double sedia_normal_quantile (double probability);
double sedia_normal_loss (double z);
double sedia_normal_loss_inverse (double loss);

G_END_DECLS
